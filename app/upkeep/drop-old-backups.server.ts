import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { isBackupName } from "./backup-name.ts";

const dayMs = 24 * 60 * 60_000;

/** Takes away all but the newest so many, and halves of a day ago; never a file that is not ours. How many went. */
export async function dropOldBackups({ folder, keep }: { folder: string; keep: number }): Promise<number> {
  const names = await readdir(folder);
  const old = names.filter(isBackupName).sort().slice(0, -keep);
  const halves = names.filter(
    (name) => name.endsWith(".part") && isBackupName(name.slice(0, -".part".length)),
  );
  for (const name of halves) {
    const { mtimeMs } = await stat(join(folder, name));
    if (Date.now() - mtimeMs > dayMs) old.push(name);
  }
  for (const name of old) await rm(join(folder, name), { force: true });
  return old.length;
}
