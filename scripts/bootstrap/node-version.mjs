import { spawnSync } from "node:child_process";
import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";

const OLDEST = [22, 22];

/**
 * The version of the Node that npm's scripts will run on: the packaged one, which npm puts first on PATH, else the
 * machine's own. A packaged one that cannot run here (another C library) is taken away, so that it is not found.
 */
export function findScriptsNode(folder) {
  const link = join(folder, "node_modules", ".bin", process.platform === "win32" ? "node.cmd" : "node");
  if (existsSync(link)) {
    const { stdout, status } = spawnSync(link, ["--version"], {
      encoding: "utf8",
      shell: link.endsWith(".cmd"),
    });
    if (status === 0) return stdout.trim();
    rmSync(link, { force: true });
  }
  return process.version;
}

export function isRecentEnough(version) {
  const [major = 0, minor = 0] = version.replace(/^v/, "").split(".").map(Number);
  return major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1]);
}

export const oldestNode = OLDEST.join(".");
