import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";

/** A folder of its own for what one test file uploads; removed afterwards. Call it once at the top of the file. */
export function useFilesFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "corridor-files-"));
  process.env.FILES_DIR = folder;
  afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }));
  return folder;
}
