import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
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
  const said = join(folder, "said");
  const program = `
    import { appendFileSync } from "node:fs";
    import { withFileLock } from ${JSON.stringify(new URL("../../scripts/bootstrap/file-lock.mjs", import.meta.url))};
    await withFileLock(${JSON.stringify(lock)}, async () => {
      appendFileSync(${JSON.stringify(said)}, "in ");
      await new Promise((resolve) => setTimeout(resolve, 100));
      appendFileSync(${JSON.stringify(said)}, "out ");
    });`;
  const children = Array.from({ length: 5 }, () =>
    spawn(process.execPath, ["--input-type=module", "-e", program], { stdio: "ignore" }),
  );
  await Promise.all(children.map((child) => new Promise((resolve) => child.once("close", resolve))));
  expect(readFileSync(said, "utf8")).toBe("in out ".repeat(5));
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
