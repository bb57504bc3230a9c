import { readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { findInstance } from "#scripts/services/instance-record.ts";
import { type Instance, processesOf, runScript, startInstance } from "./instance.ts";
import { aTemporaryFolder } from "./temporary-folder.ts";

async function isReady({ url }: Instance): Promise<boolean> {
  const signal = AbortSignal.timeout(2000);
  return await fetch(`${url}/health/ready`, { signal }).then(
    (answer) => answer.ok,
    () => false,
  );
}

async function searchState({ url }: Instance): Promise<string> {
  const ready = await fetch(`${url}/health/ready`)
    .then((answer) => answer.json() as Promise<{ search?: string }>)
    .catch(() => undefined);
  return ready?.search ?? "";
}

function runningPid(instance: Instance, part: string): number {
  const pid = instance.pidOf(part);
  if (!pid) throw new Error(`${part} is not running: ${instance.said()}`);
  return pid;
}

/** What the parts are called, by a word of their command lines. */
const parts = {
  "worker.js": "The worker",
  "serve.js": "The web server",
  meilisearch: "Meilisearch",
  postgres: "The database",
} as const;

/** Kills a part and waits until it is running again. */
async function killPart(instance: Instance, part: keyof typeof parts): Promise<void> {
  const said = (words: string) => instance.said().split(`${parts[part]} ${words}`).length;
  const [ends, starts] = [said("was ended by SIGKILL"), said("is running again")];
  const killed = runningPid(instance, part);
  process.kill(killed, "SIGKILL");
  await expect.poll(() => said("is running again"), patience).toBe(starts + 1);
  expect(said("was ended by SIGKILL")).toBe(ends + 1);
  expect(runningPid(instance, part)).not.toBe(killed);
}

const patience = { timeout: 90_000 };

// What runs is read from /proc.
describe.skipIf(process.platform !== "linux")("npm start", () => {
  test("a newcomer's library: filled, shared with commands, mended when its parts die, and gone on Ctrl-C", async () => {
    const dataFolder = aTemporaryFolder();
    const instance = await startInstance(dataFolder);
    expect(instance.said()).toMatch(/Filling the demonstration library: (\d+) of \1 insights/);
    expect(instance.said()).toContain("assistant@northmoor.example");
    expect(await (await fetch(`${instance.url}/sign-in`)).text()).toContain("Northmoor");

    const second = runScript("start", { CORRIDOR_DATA_DIR: dataFolder });
    expect(second.code).toBe(1);
    expect(second.said).toContain(`already running at ${instance.url}`);
    expect(runScript("migrate", { CORRIDOR_DATA_DIR: dataFolder })).toMatchObject({ code: 0 });

    const secrets = findInstance(dataFolder)?.services;
    for (const part of ["serve.js", "worker.js"]) {
      const given = instance.environmentOf(part);
      expect(given).toContain("corridor_app:");
      expect(given).not.toContain("corridor_owner");
      expect(given).not.toContain(secrets?.masterKey);
    }

    for (const part of ["worker.js", "serve.js", "meilisearch", "postgres"] as const) {
      await killPart(instance, part);
      await expect.poll(() => isReady(instance), patience).toBe(true);
    }

    // Its keys go with its data: nobody but whoever holds the master key can make them again.
    await expect.poll(() => searchState(instance), patience).toBe("ok");
    // It writes nothing while its files are taken away.
    process.kill(runningPid(instance, "meilisearch"), "SIGSTOP");
    const files = join(dataFolder, "meilisearch");
    for (const file of readdirSync(files)) rmSync(join(files, file), { recursive: true });
    await killPart(instance, "meilisearch");
    await expect.poll(() => searchState(instance), patience).toBe("ok");

    expect(await instance.end("SIGINT")).toBe(0);
    await expect.poll(() => processesOf(dataFolder), patience).toEqual([]);
    expect(findInstance(dataFolder)).toBeUndefined();
  }, 400_000);

  test("a killed start leaves nothing running, and the next one has its data; SIGTERM ends it too", async () => {
    const dataFolder = aTemporaryFolder();
    const first = await startInstance(dataFolder, { MEILISEARCH: "off" });
    expect(first.said()).toContain("There is no Meilisearch here");
    await first.end("SIGKILL");
    await expect.poll(() => processesOf(dataFolder), patience).toEqual([]);

    const second = await startInstance(dataFolder, { MEILISEARCH: "off" });
    expect(second.said()).not.toContain("Filling the demonstration");
    await expect.poll(() => isReady(second), patience).toBe(true);
    expect(await second.end("SIGTERM")).toBe(0);
    await expect.poll(() => processesOf(dataFolder), patience).toEqual([]);
  }, 400_000);

  test("stopped at any moment of its start, it leaves nothing", async () => {
    const dataFolder = aTemporaryFolder();
    for (let moment = 300; moment < 2400; moment += 350) {
      const starting = startInstance(dataFolder);
      await new Promise((resolve) => setTimeout(resolve, moment));
      const { pid } = findInstance(dataFolder) ?? {};
      if (pid) process.kill(pid, "SIGINT");
      await (await starting).end("SIGINT");
      await expect.poll(() => processesOf(dataFolder), patience).toEqual([]);
    }
  }, 400_000);
});

describe("a wrong setting is said in one line each, by name", () => {
  const cases: [string, Record<string, string>, string[]][] = [
    ["two at once", { PORT: "99999", DATABASE_URL: "mysql://x" }, ["DATABASE_URL: ", "PORT: "]],
    [
      "an engine without its key",
      { MEILISEARCH_URL: "http://127.0.0.1:7700" },
      ["MEILISEARCH_MASTER_KEY: is not set"],
    ],
    [
      "no database there",
      { DATABASE_URL: "postgres://a:secret@127.0.0.1:9/x", MEILISEARCH: "off" },
      ["DATABASE_URL: the database at 127.0.0.1:9/x cannot be used: connect ECONNREFUSED"],
    ],
    ["no folder to write in", { CORRIDOR_DATA_DIR: "/dev/null/data" }, ["Cannot write in the data folder"]],
  ];
  test.each(cases)("%s", { timeout: 180_000 }, (_name, env, lines) => {
    const { code, said } = runScript("start", { CORRIDOR_DATA_DIR: aTemporaryFolder(), ...env });
    expect(code).toBe(1);
    const complaints = said.trim().split("\n").slice(-lines.length);
    for (const [index, line] of lines.entries()) expect(complaints[index]).toContain(line);
    expect(said).not.toMatch(/^\s+at /m);
    expect(said).not.toContain("secret");
  });

  test("a port of somebody else's", async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void other.close());
    const address = other.address();
    const port = typeof address === "object" ? String(address?.port) : "";
    const { code, said } = runScript("start", { CORRIDOR_DATA_DIR: aTemporaryFolder(), PORT: port });
    expect({ code, line: said.trim().split("\n").at(-1) }).toEqual({
      code: 1,
      line: `PORT: ${port} is taken by another program`,
    });
  }, 180_000);
});
