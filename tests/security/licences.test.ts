import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { expect, test } from "vitest";
import { projectFolder } from "#scripts/services/data-folder.ts";

const lockfile: { packages: Record<string, { dev?: boolean; optional?: boolean; license?: string }> } =
  JSON.parse(readFileSync(join(projectFolder, "package-lock.json"), "utf8"));

/** What a university may run, change and pass on without asking: each was read. */
const allowed = [
  "MIT",
  "MIT-0",
  "ISC",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "0BSD",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "CC0-1.0",
  "Unlicense",
  "Python-2.0",
  "PostgreSQL",
  "OFL-1.1",
  "Zlib",
  "WTFPL",
  "Public Domain",
];
/** Weaker copyleft and data licences, each with what it means here. */
const withReason: Record<string, string> = {
  "MPL-2.0": "changes to its own files would have to be published: we make none",
  "LGPL-3.0-or-later": "libvips, linked as a library of its own and not changed",
  "CC-BY-4.0": "data that builds use; named here",
  "CC-BY-3.0": "lists of names of licences that tools use; named here",
};

/** Packages whose description names none: where it stands was read. */
const readElsewhere: Record<string, string> = { "node_modules/require-like": "MIT" };

function isAllowed(licence: string): boolean {
  const plain = licence.replaceAll(/[()]/g, "").trim();
  if (plain.includes(" OR ")) return plain.split(" OR ").some(isAllowed);
  if (plain.includes(" AND ")) return plain.split(" AND ").every(isAllowed);
  return allowed.includes(plain) || plain in withReason;
}

function licenceOf(path: string, locked?: string): string | undefined {
  try {
    const { license, licenses } = createRequire(import.meta.url)(join(projectFolder, path, "package.json"));
    return (
      license?.type ?? license ?? licenses?.map(({ type }: { type: string }) => type).join(" OR ") ?? locked
    );
  } catch {
    return locked;
  }
}

test("every package that is installed says under which licence, and it is one we may use", () => {
  const packages = Object.entries(lockfile.packages).filter(([path]) => path.startsWith("node_modules/"));
  const wrong = packages.flatMap(([path, { license, optional }]) => {
    const licence = readElsewhere[path] ?? licenceOf(path, license);
    // Other systems' binaries are not here to be asked.
    if (licence === undefined) return optional ? [] : [`${path}: none`];
    return isAllowed(licence) ? [] : [`${path}: ${licence}`];
  });
  expect(wrong).toEqual([]);
  expect(readdirSync(join(projectFolder, "node_modules")).length).toBeGreaterThan(200);
});

test("a licence nobody has read is noticed, also as part of two", () => {
  expect(["GPL-3.0", "MIT AND GPL-3.0", "SEE LICENSE IN x"].filter(isAllowed)).toEqual([]);
  expect(["(MIT OR GPL-3.0)", "MIT"].filter((licence) => !isAllowed(licence))).toEqual([]);
});
