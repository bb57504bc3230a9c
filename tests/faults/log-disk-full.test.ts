import { fork } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { projectFolder } from "#scripts/services/data-folder.ts";
import { clientOf } from "#tests/support/client.ts";
import { endConnections, runOnServer, useDatabase } from "#tests/support/database.ts";
import { anInsight, aPerson } from "#tests/support/factories.ts";
import { useFilesFolder } from "#tests/support/files-folder.ts";
import { whenReady } from "#tests/support/processes.ts";

const database = useDatabase();
const files = useFilesFolder();

type Output = number | "pipe";

/** The web server as a process of its own that writes its log there. */
async function serve(output: Output) {
  const env = {
    ...process.env,
    NODE_ENV: "production" as const,
    DATABASE_URL: database.url,
    MEILISEARCH: "off",
    PORT: "0",
    HOST: "127.0.0.1",
    FILES_DIR: files,
    LOG_LEVEL: "info",
  };
  const child = fork(join(projectFolder, "build", "server", "serve.js"), {
    env,
    stdio: ["ignore", output, output, "ipc"],
  });
  onTestFinished(async () => {
    const ended = once(child, "exit");
    if (child.exitCode === null && child.signalCode === null) {
      child.kill("SIGTERM");
      await ended;
    }
  });
  return { child, origin: await whenReady(child) };
}

/** Every page fails and each failure wants to be logged; then all is well again. */
async function failsAndRecovers(origin: string): Promise<void> {
  const person = await aPerson();
  await anInsight({ body: "Nobody could log this." });
  const client = await clientOf({ origin, person });
  expect((await client.get("/")).status).toBe(200);
  const renamed = (from: string, to: string) => runOnServer(`alter database ${database.name} ${from} ${to}`);
  await renamed("set search_path to", "nowhere");
  await endConnections(database.name);
  await expect.poll(async () => (await client.get("/search?q=nobody")).status, { timeout: 20_000 }).toBe(500);
  for (let number = 0; number < 20; number += 1) await client.get("/search?q=nobody");
  await renamed("reset", "search_path");
  await endConnections(database.name);
  await expect
    .poll(async () => (await client.get("/")).text, { timeout: 20_000 })
    .toContain("Nobody could log this.");
}

// A disk that is always full, of the kernel's own making.
describe.skipIf(process.platform !== "linux")("the service goes on", () => {
  test("when the disk of its log is full", async () => {
    const full = openSync("/dev/full", "w");
    const { child, origin } = await serve(full);
    closeSync(full);
    await failsAndRecovers(origin);
    expect(child.exitCode).toBeNull();
  }, 120_000);

  test("when nobody reads its log any more", async () => {
    const { child, origin } = await serve("pipe");
    child.stdout?.destroy();
    child.stderr?.destroy();
    await failsAndRecovers(origin);
    expect(child.exitCode).toBeNull();
  }, 120_000);
});
