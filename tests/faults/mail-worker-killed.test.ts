import { once } from "node:events";
import { expect, test } from "vitest";
import { db } from "#db/client.server.ts";
import { mails } from "#db/schema/mail.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { anInsight, aPerson } from "#tests/support/factories.ts";
import { timePasses, useMailWorkers } from "./mail-workers.ts";

const database = useDatabase();
const workers = await useMailWorkers();
const { server } = workers;

const states = async () => (await db.select().from(mails)).map(({ state }) => state);

test("a worker killed while the mail server has a mail, again and again: nobody gets any mail twice", async () => {
  const author = await aPerson({ name: "Priya Shah" });
  const readers = await Promise.all(Array.from({ length: 10 }, () => aPerson()));
  await anInsight({ person: author, body: readers.map(({ handle }) => `@${handle}`).join(" ") });
  // Each is killed at its second mail: with the server holding it, then right after the server's yes.
  for (let round = 0; round < 4; round += 1) {
    const worker = workers.start();
    const before = server.received.length;
    server.onArrival = () => {
      if (server.received.length === before + 2 && round % 2 === 0) worker.kill("SIGKILL");
      if (server.received.length === before + 2 && round % 2 === 1)
        setTimeout(() => worker.kill("SIGKILL"), 2);
    };
    await once(worker, "exit");
    await timePasses(database);
  }
  server.onArrival = undefined;
  const last = workers.start();
  await workers.untilAllSettled(120_000);
  last.kill("SIGTERM");
  expect(await once(last, "exit")).toEqual([0, null]);

  const to = server.received.map((received) => received.to[0] ?? "").sort();
  expect(new Set(to).size).toBe(to.length);
  expect(to).toEqual(readers.map(({ handle }) => `${handle}@library.example`).sort());
  const kept = await states();
  expect(kept).toHaveLength(10);
  expect(kept.filter((state) => state === "unknown").length).toBeGreaterThanOrEqual(2);
  expect(kept.filter((state) => state !== "unknown" && state !== "sent")).toEqual([]);
}, 300_000);
