import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const STAMP = ".corridor-installed.json";

/** What node_modules has to match: the locked packages, this kind of machine, and our patches. */
export function describeWanted(folder) {
  const patches = join(folder, "db", "patches");
  const names = existsSync(patches) ? readdirSync(patches).filter((name) => name.endsWith(".patch")) : [];
  const patchTexts = names.sort().map((name) => `${name}\n${readFileSync(join(patches, name), "utf8")}`);
  return {
    lock: hash(readFileSync(join(folder, "package-lock.json"))),
    machine: `${process.platform}-${process.arch}`,
    patches: hash(patchTexts.join("\n")),
  };
}

/** What the last run of the bootstrap left in node_modules, if it finished. */
export function readInstalled(folder) {
  try {
    return JSON.parse(readFileSync(join(folder, "node_modules", STAMP), "utf8"));
  } catch {
    return undefined;
  }
}

export function writeInstalled(folder, installed) {
  writeFileSync(join(folder, "node_modules", STAMP), JSON.stringify(installed));
}

/** Whether someone else's `npm ci` has just put the locked packages here, so that ours is not needed. */
export function isInstalledByHand(folder) {
  try {
    const { packages: locked } = JSON.parse(readFileSync(join(folder, "package-lock.json"), "utf8"));
    const { packages: found } = JSON.parse(
      readFileSync(join(folder, "node_modules", ".package-lock.json"), "utf8"),
    );
    const isSame = (path) => found[path]?.version === locked[path]?.version;
    const isWanted = (path) => path !== "" && !locked[path].optional && !locked[path].peerOptional;
    return (
      Object.keys(found).every(isSame) &&
      Object.keys(locked).filter(isWanted).every(isSame) &&
      Object.keys(found).every((path) => existsSync(join(folder, path)))
    );
  } catch {
    return false;
  }
}

/** Installs exactly what the lockfile says, running none of the packages' own install scripts. */
export function installPackages(folder) {
  const npm = process.env.npm_execpath;
  const [command, first] = npm?.endsWith(".js") ? [process.execPath, [npm]] : ["npm", []];
  const options = [
    "ci",
    "--ignore-scripts",
    "--include=dev",
    "--include=optional",
    "--prefer-offline",
    // An older Node may install what only the packaged one will run: its warnings would worry in vain.
    "--loglevel=error",
  ];
  const { status, error } = spawnSync(command, [...first, ...options], {
    cwd: folder,
    stdio: "inherit",
    shell: process.platform === "win32" && command === "npm",
  });
  if (error) throw new Error(`npm could not be run: ${error.message}`);
  if (status !== 0) throw new Error("The packages could not be installed: what npm said is above.");
}

/** Applies db/patches to the installed packages. */
export function applyPatches(folder) {
  const tool = join(folder, "node_modules", "patch-package", "index.js");
  const options = ["--patch-dir", join("db", "patches"), "--error-on-fail"];
  const { status, stdout, stderr } = spawnSync(process.execPath, [tool, ...options], {
    cwd: folder,
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`The patches in db/patches could not be applied:\n${stdout}${stderr}`);
}

function hash(content) {
  return createHash("sha256").update(content).digest("hex").slice(0, 32);
}
