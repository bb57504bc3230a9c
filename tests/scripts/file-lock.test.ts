import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { withFileLock } from "#scripts/bootstrap/file-lock.mjs";
import { processIdentity } from "#scripts/bootstrap/process-identity.mjs";

const folder = mkdtempSync(join(tmpdir(), "corridor-lock-"));
afterAll(() => rmSync(folder, { recursive: true }));

test("a process has an identity as long as it lives, and another process has another", async () => {
  const child = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
  const alive = processIdentity(child.pid ?? 0);
  expect(alive).toBeTypeOf("string");
  expect(alive).not.toBe(processIdentity(process.pid));
  child.kill("SIGKILL");
  await new Promise((resolve) => child.once("exit", resolve));
  expect(processIdentity(child.pid ?? 0)).toBeUndefined();
});

test("one process at a time", async () => {
  const lock = join(folder, "one");
  const program = `
    import { withFileLock } from ${JSON.stringify(new URL("../../scripts/bootstrap/file-lock.mjs", import.meta.url))};
    await withFileLock(${JSON.stringify(lock)}, async () => {
      console.log("in");
      await new Promise((resolve) => setTimeout(resolve, 100));
      console.log("out");
    });`;
  const children = Array.from({ length: 5 }, () =>
    spawn(process.execPath, ["--input-type=module", "-e", program]),
  );
  const said: string[] = [];
  for (const child of children) {
    child.stdout.on("data", (chunk) => said.push(...String(chunk).trim().split("\n")));
  }
  await Promise.all(children.map((child) => new Promise((resolve) => child.once("close", resolve))));
  expect(said).toEqual(Array.from({ length: 5 }, () => ["in", "out"]).flat());
  expect(existsSync(lock)).toBe(false);
});

test("a lock whose holder has died is taken over", async () => {
  const lock = join(folder, "stale");
  const gone = spawnSync(process.execPath, ["-e", ""]);
  writeFileSync(lock, JSON.stringify({ pid: gone.pid, identity: "ticks-1" }));
  expect(await withFileLock(lock, () => "done")).toBe("done");
});

test("a lock whose holder's pid has gone to another process is taken over", async () => {
  const lock = join(folder, "reused");
  writeFileSync(lock, JSON.stringify({ pid: process.pid, identity: "ticks-1" }));
  expect(await withFileLock(lock, () => "done")).toBe("done");
});

test("the lock is let go when the work fails", async () => {
  const lock = join(folder, "failing");
  const failing = withFileLock(lock, () => Promise.reject(new Error("no")));
  await expect(failing).rejects.toThrow("no");
  expect(existsSync(lock)).toBe(false);
});
