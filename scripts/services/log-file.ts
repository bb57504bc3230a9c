import { mkdirSync, openSync, readFileSync, renameSync, statSync } from "node:fs";
import { join } from "node:path";

const TURN_OVER_BYTES = 5_000_000;

/** Opens a service's own log for appending, putting the last one aside when it has grown. */
export function openLogFile(dataFolder: string, service: string): { path: string; descriptor: number } {
  const folder = join(dataFolder, "logs");
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, `${service}.log`);
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (size > TURN_OVER_BYTES) renameSync(path, `${path}.1`);
  return { path, descriptor: openSync(path, "a", 0o600) };
}

/** The last line a service wrote, to quote when it would not start. */
export function lastLogLine(path: string): string {
  const lines = readFileSync(path, "utf8").trimEnd().split("\n");
  return lines.at(-1)?.slice(0, 300) ?? "";
}
