import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import postgres from "postgres";
import { expect, onTestFinished, test, vi } from "vitest";
import { processIdentity } from "#scripts/bootstrap/process-identity.mjs";
import { type EmbeddedDatabase, startEmbeddedDatabase } from "#scripts/services/embedded-database.ts";
import { aTemporaryFolder } from "./temporary-folder.ts";

// Each makes a database's files and starts it, twice in part.
vi.setConfig({ testTimeout: 180_000 });

async function start(dataFolder: string, log: (line: string) => void = () => {}): Promise<EmbeddedDatabase> {
  const database = await startEmbeddedDatabase({ dataFolder, durable: false, log });
  onTestFinished(() => database.stop());
  return database;
}

async function ask(url: string, question: string): Promise<unknown[]> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    return await sql.unsafe(question);
  } finally {
    await sql.end();
  }
}

async function waitUntilGone(pid: number): Promise<void> {
  await expect.poll(() => processIdentity(pid), { timeout: 60_000 }).toBeUndefined();
}

test("data outlive a stop and a start, with the same roles and passwords", async () => {
  const dataFolder = aTemporaryFolder();
  const first = await start(dataFolder);
  await ask(first.ownerUrl, "create table kept as select 'Ærø, ÉCOLE' as text");
  await first.stop();
  expect(await first.exited).toBe("ended with code 0");

  const second = await start(dataFolder);
  expect(await ask(second.ownerUrl, "select lower(text) as text from kept")).toEqual([
    { text: "ærø, école" },
  ]);
  expect(new URL(second.appUrl).password).toBe(new URL(first.appUrl).password);
  await expect(ask(second.appUrl, "create table mine (id int)")).rejects.toMatchObject({ code: "42501" });
  await expect(ask(second.appUrl, "create temporary table mine (id int)")).rejects.toMatchObject({
    code: "42501",
  });
});

test("nobody else on the machine can come in or look in", async () => {
  const dataFolder = aTemporaryFolder();
  const { appUrl, superUrl, port } = await start(dataFolder);
  const wrong = appUrl.replace(/:[^:@]+@/, ":wrong-password@");
  await expect(ask(wrong, "select 1")).rejects.toMatchObject({ code: "28P01" });
  expect(await ask(appUrl, "show listen_addresses")).toEqual([{ listen_addresses: "127.0.0.1" }]);
  expect(await ask(superUrl, "show unix_socket_directories")).toEqual([{ unix_socket_directories: "" }]);
  expect(port).toBeGreaterThan(1023);
  expect(statSync(join(dataFolder, "secrets.json")).mode & 0o777).toBe(0o600);
  expect(statSync(join(dataFolder, "postgres")).mode & 0o077).toBe(0);
  expect(statSync(dataFolder).mode & 0o007).toBe(0);
});

test("it ends with the process that started it, killed or not, and loses nothing", async () => {
  const dataFolder = aTemporaryFolder();
  const program = join(import.meta.dirname, "embedded-database.program.ts");
  const owner = spawn(process.execPath, [program, dataFolder], { stdio: ["ignore", "pipe", "inherit"] });
  const [line] = await once(owner.stdout, "data");
  const { pid, appUrl } = JSON.parse(String(line));
  const ownerUrl = appUrl.replace(/corridor_app:[^@]+/, `corridor_owner:${readSecret(dataFolder)}`);
  await ask(ownerUrl, "create table kept as select 1 as one");
  owner.kill("SIGKILL");
  await waitUntilGone(pid);
  expect(await ask((await start(dataFolder)).ownerUrl, "select one from kept")).toEqual([{ one: 1 }]);
});

test("a database left behind, without even its watcher, is stopped before another is started on its files", async () => {
  const dataFolder = aTemporaryFolder();
  const first = await start(dataFolder);
  await ask(first.ownerUrl, "create table kept as select 1 as one");
  const lines: string[] = [];
  const second = await start(dataFolder, (line) => lines.push(line));
  await waitUntilGone(first.pid);
  expect(lines).toEqual(["Stopping the database that an earlier run left behind."]);
  expect(await ask(second.ownerUrl, "select one from kept")).toEqual([{ one: 1 }]);
});

test("a killed database starts again from its log, even when its pid has gone to another program", async () => {
  const dataFolder = aTemporaryFolder();
  const first = await start(dataFolder);
  await ask(first.ownerUrl, "create table kept as select 1 as one");
  process.kill(first.pid, "SIGKILL");
  await first.exited;
  const bystander = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
  onTestFinished(() => void bystander.kill("SIGKILL"));
  const pidFile = join(dataFolder, "postgres", "postmaster.pid");
  writeFileSync(pidFile, readFileSync(pidFile, "utf8").replace(/^\d+/, String(bystander.pid)));

  const second = await start(dataFolder);
  expect(await ask(second.ownerUrl, "select one from kept")).toEqual([{ one: 1 }]);
  expect(processIdentity(bystander.pid ?? 0)).toBeDefined();
});

test("files half made by a killed first start are made anew", async () => {
  const dataFolder = aTemporaryFolder();
  mkdirSync(join(dataFolder, "postgres.1.new"));
  expect(await ask((await start(dataFolder)).appUrl, "select 1 as one")).toEqual([{ one: 1 }]);
});

function readSecret(dataFolder: string): string {
  return JSON.parse(readFileSync(join(dataFolder, "secrets.json"), "utf8")).ownerPassword;
}
