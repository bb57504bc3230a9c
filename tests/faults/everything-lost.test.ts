import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test, vi } from "vitest";
import { closeSender } from "#app/events/sender.server.ts";
import { useOwnEngine } from "#tests/search/own-engine.ts";
import { cloneDatabase, dropDatabase, useDatabase } from "#tests/support/database.ts";
import { useFilesFolder } from "#tests/support/files-folder.ts";
import { keyOf } from "#tests/support/pages.ts";
import { runCommandLine, signedIn, startProcess } from "#tests/support/processes.ts";
import { aLibrary, password } from "#tests/upkeep/a-library.ts";

const database = useDatabase();
const files = useFilesFolder();
const engine = await useOwnEngine(database);
const backups = mkdtempSync(join(tmpdir(), "corridor-drill-"));
afterAll(async () => {
  await closeSender();
  rmSync(backups, { recursive: true, force: true });
});

const digest = (bytes: ArrayBuffer): string => createHash("sha256").update(Buffer.from(bytes)).digest("hex");

test("post, back up, lose everything, restore, sign in, find", async () => {
  const { email, picture } = await aLibrary();
  const env = {
    DATABASE_URL: database.url,
    MIGRATION_DATABASE_URL: database.ownerUrl,
    MEILISEARCH_URL: process.env.MEILISEARCH_URL ?? "",
    MEILISEARCH_INDEX_PREFIX: process.env.MEILISEARCH_INDEX_PREFIX ?? "",
    MEILISEARCH_MASTER_KEY: "a-master-key-for-fault-tests",
    FILES_DIR: files,
    BACKUP_DIR: backups,
  };
  const { MEILISEARCH_MASTER_KEY: _, MIGRATION_DATABASE_URL: __, ...services } = env;
  const before = await startProcess({ what: "serve", env: services });
  const priya = await signedIn(before.origin, { email, password });
  const form = await priya.get("/insights/new");
  const posted = await priya.post("/insights/new", {
    key: keyOf(form.text),
    body: "Heard that the telescope archive is being digitised",
    departments: "informatics",
    channel: "coffee",
  });
  expect(posted.status).toBe(302);
  const bytesOf = async (client: typeof priya, origin: string) => {
    const cookie = [...client.cookies].map((pair) => pair.join("=")).join("; ");
    const answer = await fetch(`${origin}/files/${picture}`, { headers: { cookie } });
    expect(answer.status).toBe(200);
    return digest(await answer.arrayBuffer());
  };
  const pictureBefore = await bytesOf(priya, before.origin);

  // While the site runs.
  const made = await runCommandLine("backup", { env });
  expect(made, made.said).toMatchObject({ code: 0 });
  const file = made.out.split("\n")[0] ?? "";
  const ready = async () => (await fetch(`${before.origin}/health/ready`)).json();
  const backedUp = { backup: "ok", lastBackup: expect.stringMatching(/^20/) };
  await expect.poll(ready, { timeout: 30_000 }).toMatchObject(backedUp);
  const untilThen = await runCommandLine("restore", { env, args: ["--file", file] });
  expect(untilThen).toMatchObject({ code: 1, said: expect.stringMatching(/is not empty/) });
  expect(await runCommandLine("restore", { env, args: ["--file", file, "--check"] })).toMatchObject({
    code: 0,
  });

  await before.stop();
  await closeSender();
  const { closeDb } = await import("#db/client.server.ts");
  await closeDb();
  await dropDatabase(database.name);
  rmSync(files, { recursive: true });
  await engine.kill();
  engine.empty();
  await cloneDatabase({ name: database.name, template: "template1" });
  await engine.start({ mint: false });

  const restored = await runCommandLine("restore", { env, args: ["--file", file] });
  expect(restored, restored.said).toMatchObject({ code: 0 });
  expect(restored.out).toMatch(/rows and 2 files/);
  expect(restored.out).toMatch(/Every invariant holds/);
  expect(await runCommandLine("check-invariants", { env })).toMatchObject({ code: 0 });

  const after = await startProcess({ what: "serve", env: services });
  // Who was signed in is not any more.
  const { sid = "" } = Object.fromEntries(priya.cookies);
  const old = await fetch(after.origin, { headers: { cookie: `sid=${sid}` }, redirect: "manual" });
  expect(old.headers.get("location")).toBe("/sign-in");
  const again = await signedIn(after.origin, { email, password });
  await vi.waitFor(
    async () => {
      const found = await again.get("/search?q=telescope+archiv");
      expect.soft(found.text).toContain("is being digitised");
      // The engine may have kept a server that has only just begun waiting.
      expect(found.text).not.toMatch(/basic results|being rebuilt/);
    },
    { timeout: 30_000, interval: 100 },
  );
  expect(await bytesOf(again, after.origin)).toBe(pictureBefore);
  await startProcess({ what: "worker", env: services });
  await vi.waitFor(
    async () => expect(await runCommandLine("check-invariants", { env })).toMatchObject({ code: 0 }),
    { timeout: 120_000 },
  );
  // Beside the one in use, into a database and a folder of its own.
  const name = `${database.name}_drill`;
  const beside = await runCommandLine("restore", {
    env,
    args: ["--file", file, "--database", name, "--files", join(backups, "files")],
  });
  await dropDatabase(name);
  expect(beside, beside.said).toMatchObject({
    code: 0,
    out: expect.stringContaining(`-${name}`.slice(0, 20)),
  });
}, 600_000);
