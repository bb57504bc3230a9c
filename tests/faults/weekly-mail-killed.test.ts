import { once } from "node:events";
import { expect, test } from "vitest";
import { dayIn, daysAfter, daysBetween, mondayOf } from "#app/settings/calendar.ts";
import { changeSettings } from "#app/settings/change-settings.server.ts";
import { db } from "#db/client.server.ts";
import { runTransaction } from "#db/run-transaction.server.ts";
import { mails } from "#db/schema/mail.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { anInsight, aPerson, aTeam } from "#tests/support/factories.ts";
import { aSeed } from "#tests/text/a-seed.ts";
import { timePasses, useMailWorkers } from "./mail-workers.ts";

const database = useDatabase();
const isLong = process.env.CORRIDOR_TEST_LONG === "1";
const [readers, kills] = isLong ? [300, 20] : [40, 3];
const seed = aSeed();
const workers = await useMailWorkers({ MAILS_PER_SECOND: "100" });
const { server } = workers;

/** Numbers from 0 to 1 that a seed brings again. */
function randomFrom(start: number): () => number {
  let state = start;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

test(`the week's mails, the worker killed at random again and again: nobody gets two, everybody one (seed ${seed})`, {
  timeout: 900_000,
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
    const worker = workers.start();
    const at = server.received.length + 1 + Math.floor((random() * readers) / kills / 3);
    server.onArrival = () => {
      if (server.received.length >= at) setTimeout(() => worker.kill("SIGKILL"), random() * 10);
    };
    await once(worker, "exit");
    killed += 1;
    await timePasses(database);
  }
  server.onArrival = undefined;
  const last = workers.start();
  await workers.untilAllSettled(240_000);
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
