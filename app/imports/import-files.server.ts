import { rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { env } from "../env.server.ts";

/** Where the files being brought in are kept; its name is never made of anything that was sent. */
export function importsFolder(): string {
  return resolve(env().FILES_DIR, "imports");
}

/** An import's own file, by its id. */
export function importFile(id: string): string {
  return join(importsFolder(), `${id}.csv`);
}

export async function dropImportFile(id: string): Promise<void> {
  await rm(importFile(id), { force: true });
}
