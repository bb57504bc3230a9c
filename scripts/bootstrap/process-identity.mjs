// Plain JavaScript: the bootstrap runs on whatever Node the machine has, before the pinned one is installed.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

/**
 * A token for the process that has this pid now: it changes when the pid is given to another process.
 * Undefined when no such process lives. A recorded pid may be signalled only while its token is the same.
 * @param {number} pid
 * @returns {string | undefined}
 */
export function processIdentity(pid) {
  if (process.platform === "linux") return linuxIdentity(pid);
  if (!isAlive(pid)) return undefined;
  if (process.platform === "win32") return "alive";
  const { stdout } = spawnSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" });
  return stdout?.trim() || undefined;
}

function linuxIdentity(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const [state, ...rest] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const gone = state === "Z" || state === "X";
    return gone ? undefined : `ticks-${rest[18]}`;
  } catch {
    return undefined;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}
