import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { sql } from "drizzle-orm";
import { afterAll, expect, test, vi } from "vitest";
import { closeSender } from "#app/events/sender.server.ts";
import { db } from "#db/client.server.ts";
import { mails } from "#db/schema/mail.server.ts";
import { aMailServer } from "#tests/mail/a-mail-server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { anInsight, aPerson } from "#tests/support/factories.ts";

useDatabase();
const server = await aMailServer();
const workers = new Set<ChildProcess>();
const patience = { timeout: 60_000, interval: 50 };

afterAll(async () => {
  for (const worker of workers) worker.kill("SIGKILL");
  await closeSender();
  await server.close();
});

function startWorkerProcess(): ChildProcess {
  const env = {
    ...process.env,
    MEILISEARCH: "off",
    SMTP_URL: server.url,
    MAIL_FROM: "Corridor <corridor@library.example>",
    APP_ORIGIN: "https://corridor.library.example",
  };
  const worker = spawn(process.execPath, ["scripts/worker.ts"], { stdio: "ignore", env });
  workers.add(worker);
  worker.once("exit", () => workers.delete(worker));
  return worker;
}

/** Makes what was taken, and left by whoever was killed, due at once: no test waits five minutes. */
async function timePasses(): Promise<void> {
  await db.update(mails).set({
    nextTryAt: sql`${mails.nextTryAt} - interval '5 minutes'`,
    handedOverAt: sql`${mails.handedOverAt} - interval '11 minutes'`,
  });
}

const states = async () => (await db.select().from(mails)).map(({ state }) => state);

test("a worker killed while the mail server has a mail, again and again: nobody gets any mail twice", async () => {
  const author = await aPerson({ name: "Priya Shah" });
  const readers = await Promise.all(Array.from({ length: 10 }, () => aPerson()));
  await anInsight({ person: author, body: readers.map(({ handle }) => `@${handle}`).join(" ") });
  // Each is killed at its second mail: with the server holding it, then right after the server's yes.
  for (let round = 0; round < 4; round += 1) {
    const worker = startWorkerProcess();
    const before = server.received.length;
    server.onArrival = () => {
      if (server.received.length === before + 2 && round % 2 === 0) worker.kill("SIGKILL");
      if (server.received.length === before + 2 && round % 2 === 1)
        setTimeout(() => worker.kill("SIGKILL"), 2);
    };
    await once(worker, "exit");
    await timePasses();
  }
  server.onArrival = undefined;
  const last = startWorkerProcess();
  await vi.waitFor(async () => {
    expect((await states()).filter((state) => state === "waiting" || state === "sending")).toEqual([]);
  }, patience);
  last.kill("SIGTERM");
  expect(await once(last, "exit")).toEqual([0, null]);

  const to = server.received.map((received) => received.to[0] ?? "").sort();
  expect(new Set(to).size).toBe(to.length);
  expect(to).toEqual(readers.map(({ handle }) => `${handle}@library.example`).sort());
  const kept = await states();
  expect(kept).toHaveLength(10);
  expect(kept.filter((state) => state === "unknown").length).toBeGreaterThanOrEqual(2);
  expect(kept.filter((state) => state !== "unknown" && state !== "sent")).toEqual([]);
}, 150_000);
