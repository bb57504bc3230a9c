import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { forgetOldSessions } from "#app/people/forget-old-sessions.server.ts";
import { listSessions } from "#app/people/list-sessions.server.ts";
import type { Person } from "#app/people/person.ts";
import { startSession } from "#app/people/start-session.server.ts";
import { startWorker } from "#app/worker.server.ts";
import { db } from "#db/client.server.ts";
import { runTransaction } from "#db/run-transaction.server.ts";
import { sessions } from "#db/schema/people.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { aPerson } from "#tests/support/factories.ts";

process.env.MEILISEARCH = "off";
useDatabase();

/** A session as if it had been used last and begun this long ago. */
async function aSession(person: Person, userAgent: string, { idle = "0", begun = "0" } = {}): Promise<void> {
  await runTransaction((tx) => startSession(tx, { personId: person.id, userAgent }));
  await db
    .update(sessions)
    .set({
      lastSeenAt: sql`now() - ${idle}::interval`,
      expiresAt: sql`now() + interval '7 days' - ${begun}::interval`,
    })
    .where(eq(sessions.userAgent, userAgent));
}

async function aPersonWithSessions(): Promise<Person> {
  const person = await aPerson();
  await aSession(person, `${person.handle} now`);
  await aSession(person, `${person.handle} nearly idle`, { idle: "7 hours 59 minutes" });
  await aSession(person, `${person.handle} idle`, { idle: "8 hours 1 minute" });
  await aSession(person, `${person.handle} over`, { begun: "7 days 1 minute" });
  return person;
}

function kept({ id }: Person): Promise<{ userAgent: string }[]> {
  return db.select({ userAgent: sessions.userAgent }).from(sessions).where(eq(sessions.personId, id));
}

test("“Where you are signed in” lists the sessions that open something, and no others", async () => {
  const person = await aPersonWithSessions();
  const listed = (await listSessions(person.id)).map(({ userAgent }) => userAgent);
  expect(listed).toEqual([`${person.handle} now`, `${person.handle} nearly idle`]);
});

test("sessions idle or past their end are deleted, and only those", async () => {
  const person = await aPersonWithSessions();
  expect(await forgetOldSessions()).toBeGreaterThanOrEqual(2);
  const left = (await kept(person)).map(({ userAgent }) => userAgent).sort();
  expect(left).toEqual([`${person.handle} nearly idle`, `${person.handle} now`]);
  expect(await forgetOldSessions()).toBe(0);
});

test("a worker deletes them when it starts, and has it in its calendar for every night", async () => {
  const person = await aPersonWithSessions();
  const worker = await startWorker();
  try {
    await expect.poll(async () => (await kept(person)).length, { timeout: 20_000 }).toBe(2);
    const calendar = await db.execute(sql`select name, cron from pgboss.schedule`);
    expect([...calendar]).toEqual([{ name: "nightly", cron: "17 3 * * *" }]);
  } finally {
    await worker.stop();
  }
});
