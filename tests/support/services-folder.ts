import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isRunning, type RecordedProcess, recordProcess } from "#scripts/services/child-process.ts";

const PREFIX = "corridor-test-";

/** A temporary folder for one run's services, named after this process so that a later run can tell it is over. */
export function makeServicesFolder(): string {
  removeAbandoned();
  const folder = mkdtempSync(join(tmpdir(), PREFIX));
  mkdirSync(join(folder, "data"), { mode: 0o700 });
  writeFileSync(join(folder, "run.json"), JSON.stringify(recordProcess(process.pid)));
  return folder;
}

/** Folders of runs that were killed: their services end with the run, their files are left for us. */
function removeAbandoned(): void {
  for (const name of readdirSync(tmpdir())) {
    const folder = join(tmpdir(), name);
    if (name.startsWith(PREFIX) && isAbandoned(folder)) remove(folder);
  }
}

/** Its services may just be ending, or another run be at it: then it is left for the next. */
function remove(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch {}
}

function isAbandoned(folder: string): boolean {
  try {
    const owner: RecordedProcess = JSON.parse(readFileSync(join(folder, "run.json"), "utf8"));
    return !isRunning(owner);
  } catch {
    return false;
  }
}
