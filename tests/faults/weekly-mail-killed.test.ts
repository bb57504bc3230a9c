import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { sql } from "drizzle-orm";
import { afterAll, expect, test, vi } from "vitest";
import { closeSender } from "#app/events/sender.server.ts";
import { dayIn, daysAfter, daysBetween, mondayOf } from "#app/settings/calendar.ts";
import { changeSettings } from "#app/settings/change-settings.server.ts";
import { db } from "#db/client.server.ts";
import { runTransaction } from "#db/run-transaction.server.ts";
import { mails } from "#db/schema/mail.server.ts";
import { aMailServer } from "#tests/mail/a-mail-server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { anInsight, aPerson, aTeam } from "#tests/support/factories.ts";
import { aSeed } from "#tests/text/a-seed.ts";

useDatabase();
const isLong = process.env.CORRIDOR_TEST_LONG === "1";
const [readers, kills] = isLong ? [300, 20] : [40, 3];
const seed = aSeed();
const server = await aMailServer();
const workers = new Set<ChildProcess>();
const patience = { timeout: 120_000, interval: 100 };

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
    MAILS_PER_SECOND: "100",
  };
  const worker = spawn(process.execPath, ["scripts/worker.ts"], { stdio: "ignore", env });
  workers.add(worker);
  worker.once("exit", () => workers.delete(worker));
  return worker;
}

/** Numbers from 0 to 1 that a seed brings again. */
function randomFrom(start: number): () => number {
  let state = start;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

/** Makes what was taken, and left by whoever was killed, due at once: no test waits five minutes. */
async function timePasses(): Promise<void> {
  await db.update(mails).set({
    createdAt: sql`now()`,
    nextTryAt: sql`now()`,
    handedOverAt: sql`${mails.handedOverAt} - interval '11 minutes'`,
  });
}

test(`the week's mails, the worker killed at random again and again: nobody gets two, everybody one (seed ${seed})`, {
  timeout: 600_000,
}, async () => {
  const random = randomFrom(seed);
  const team = await aTeam();
  const people = await Promise.all(Array.from({ length: readers }, () => aPerson({ team })));
  const today = dayIn("Europe/London", new Date());
  const monday = daysAfter(mondayOf(today), -7);
  for (const number of [1, 2, 3]) await anInsight({ body: `Heard ${number}`, sent: { heardOn: monday } });
  // The moment was this morning, on whatever day this runs: a week closed days ago is nobody's news.
  await runTransaction((tx) =>
    changeSettings(tx, { weekMoment: { day: daysBetween(monday, today) - 6, time: "00:00" } }),
  );
  let killed = 0;
  while (killed < kills) {
    const worker = startWorkerProcess();
    const at = server.received.length + 1 + Math.floor((random() * readers) / kills / 3);
    server.onArrival = () => {
      if (server.received.length >= at) setTimeout(() => worker.kill("SIGKILL"), random() * 10);
    };
    await once(worker, "exit");
    killed += 1;
    await timePasses();
  }
  server.onArrival = undefined;
  const last = startWorkerProcess();
  await vi.waitFor(async () => {
    const open = (await db.select().from(mails)).filter(
      ({ state }) => state === "waiting" || state === "sending",
    );
    expect(open).toEqual([]);
  }, patience);
  last.kill("SIGTERM");
  await once(last, "exit");

  const to = server.received.map((received) => received.to[0] ?? "");
  expect(new Set(to).size).toBe(to.length);
  const rows = (await db.select().from(mails)).filter(({ purpose }) => purpose === "weekly");
  // One that was cut off in the server's hands may have arrived or not: it is said so, and never sent again.
  const cutOff = rows.filter(({ state }) => state === "unknown").length;
  expect(cutOff).toBeLessThanOrEqual(kills);
  for (const person of people) expect(rows.filter(({ personId }) => personId === person.id)).toHaveLength(1);
  expect(rows.every(({ state }) => state === "sent" || state === "unknown")).toBe(true);
  expect(to.length).toBeGreaterThanOrEqual(rows.length - cutOff);
});
