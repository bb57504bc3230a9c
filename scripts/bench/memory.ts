import { readdirSync, readFileSync } from "node:fs";

/** Megabytes that our children running this script keep, pages shared with others counted in part; Linux only. */
export function megabytesOf(script: string): number | undefined {
  if (process.platform !== "linux") return undefined;
  const kilobytes = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => isOurs(pid, script))
    .map(proportionalKilobytes);
  return kilobytes.reduce((sum, size) => sum + size, 0) / 1_024;
}

function isOurs(pid: string, script: string): boolean {
  try {
    const parent = /^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    const command = readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0");
    return Number(parent) === process.pid && command.some((part) => part.endsWith(script));
  } catch {
    return false;
  }
}

function proportionalKilobytes(pid: string): number {
  return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, "utf8"))?.[1] ?? 0);
}
