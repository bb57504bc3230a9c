import { readdirSync, readFileSync } from "node:fs";

/** The processor time, in milliseconds, that our child running this script has taken; undefined but on Linux. */
export type CpuClock = () => number | undefined;

const millisecondsATick = 10;

export function cpuClock(script: string): CpuClock {
  const [pid] = childrenRunning(script);
  return () => {
    if (!pid) return undefined;
    // After the name, which may hold anything: user and system time are the twelfth and thirteenth.
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ") ?? [];
    return (Number(fields[11]) + Number(fields[12])) * millisecondsATick;
  };
}

/** Megabytes that our children running this script keep, pages shared with others counted in part; Linux only. */
export function megabytesOf(script: string): number | undefined {
  if (process.platform !== "linux") return undefined;
  return childrenRunning(script).reduce((sum, pid) => sum + proportionalKilobytes(pid), 0) / 1_024;
}

function childrenRunning(script: string): string[] {
  if (process.platform !== "linux") return [];
  const pids = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  return pids.filter((pid) => isOurs(pid, script));
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
