import { eq, sql } from "drizzle-orm";
import postgres from "postgres";
import { expect, test } from "vitest";
import { db } from "#db/client.server.ts";
import { events } from "#db/schema/events.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { anInsight } from "#tests/support/factories.ts";

const database = useDatabase();

const changes = [
  "update events set name = 'nothing.happened'",
  "delete from events",
  "truncate events",
  "alter table events disable trigger all",
];

test.each(changes)("the application cannot: %s", async (statement) => {
  const { id } = await anInsight();
  const before = await db.select().from(events).orderBy(events.seq);
  const refusal = await db
    .execute(sql.raw(statement))
    .catch((error: Error) => error.cause as { code?: string });
  // Refused for want of the right, or by the trigger, which says the same.
  expect(refusal).toMatchObject({ code: "42501" });
  const after = await db.select().from(events).orderBy(events.seq);
  expect(after).toEqual(before);
  expect(after.some(({ subjectId }) => subjectId === id)).toBe(true);
});

test.each(changes.slice(0, 3))("even the tables' owner cannot: %s", async (statement) => {
  await anInsight();
  const owner = postgres(database.ownerUrl, { max: 1 });
  try {
    await expect(owner.unsafe(statement)).rejects.toThrow("append-only");
  } finally {
    await owner.end();
  }
});

test("the ledger carries ids and names of fields, never what was written", async () => {
  const secret = "a sentence that stays where it was written";
  const { id } = await anInsight({ body: secret, sent: { tags: ["tag-kept-out"] } });
  const rows = await db.select().from(events).where(eq(events.subjectId, id));
  expect(rows.map(({ name }) => name)).toEqual(["insight.posted"]);
  expect(JSON.stringify(rows)).not.toMatch(/sentence|tag-kept-out/);
  const jobs = await db.execute(sql`select data from pgboss.job where data->>'subjectId' = ${id}`);
  expect(jobs).toHaveLength(1);
  expect(JSON.stringify(jobs)).not.toMatch(/sentence|tag-kept-out/);
});
