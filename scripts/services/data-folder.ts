import { accessSync, constants, existsSync, mkdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

export const projectFolder: string = dirname(dirname(import.meta.dirname));

/** The folder that keeps the embedded services' data between runs: CORRIDOR_DATA_DIR, else `.data` in the project. */
export function openDataFolder(
  wanted: string = process.env.CORRIDOR_DATA_DIR || join(projectFolder, ".data"),
): string {
  const folder = resolve(projectFolder, wanted);
  try {
    if (!existsSync(folder)) mkdirSync(folder, { recursive: !existsSync(dirname(folder)), mode: 0o700 });
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new Error(
      `Cannot write in the data folder ${folder} (${code}). Set CORRIDOR_DATA_DIR to one you own.`,
    );
  }
  return folder;
}
