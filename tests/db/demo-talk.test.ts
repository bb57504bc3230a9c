import { and, count, eq, isNotNull, sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { checkInvariants } from "#db/check-invariants.server.ts";
import { db } from "#db/client.server.ts";
import { bringDemoForward } from "#db/demo/bring-forward.server.ts";
import { seedDemoLibrary } from "#db/demo/seed-demo-library.server.ts";
import { comments } from "#db/schema/comments.server.ts";
import { insights } from "#db/schema/insights.server.ts";
import { corroborations, thanks } from "#db/schema/voices.server.ts";
import { useDatabase } from "#tests/support/database.ts";

useDatabase();

beforeAll(() => seedDemoLibrary({ onProgress: () => {} }), 300_000);

async function counts() {
  const [[voices], [worded], [said], [thanked], [answered], [jobs]] = await Promise.all([
    db.select({ n: count() }).from(corroborations),
    db.select({ n: count() }).from(corroborations).where(sql`${corroborations.words} <> ''`),
    db.select({ n: count() }).from(comments),
    db.select({ n: count() }).from(thanks),
    db.select({ n: count() }).from(insights).where(isNotNull(insights.answeredAt)),
    db.execute<{ n: number }>(sql`select count(*)::int as n from pgboss.job
      where data->>'name' in ('comment.posted', 'insight.corroborated', 'question.answered', 'insight.thanked')`),
  ]);
  return [voices, worded, said, thanked, answered, jobs].map((row) => row?.n);
}

test("the demonstration's colleagues talk, in the past, and nobody is told of it", async () => {
  const [voices, worded, said, thanked, answered, jobs] = await counts();
  expect(voices).toBeGreaterThan(120);
  expect(worded).toBeGreaterThanOrEqual(40);
  expect(said).toBeGreaterThanOrEqual(60);
  expect(thanked).toBeGreaterThan(60);
  expect(answered).toBeGreaterThanOrEqual(3);
  expect(jobs).toBe(0);
  const open = and(eq(insights.kind, "question"), sql`${insights.answeredAt} is null`);
  expect((await db.select().from(insights).where(open)).length).toBeGreaterThanOrEqual(5);
  expect(await checkInvariants()).toEqual([]);
  const early = await db.execute(sql`select 1 from comments c join insights i on i.id = c.insight_id
    where c.posted_at < i.posted_at or c.posted_at > now()
    union all select 1 from corroborations c join insights i on i.id = c.insight_id
    where c.heard_on < i.heard_on or c.corroborated_at < i.posted_at or c.corroborated_at > now()`);
  expect(early).toHaveLength(0);
  const narrow = await db.execute(
    sql`select 1 from insights i where i.visibility <> 'staff' and i.voices > 1`,
  );
  expect(narrow, "nobody is made to have read what they may not").toHaveLength(0);
});

test("filled again it stays the same", async () => {
  const before = await counts();
  await seedDemoLibrary({ onProgress: () => {} });
  expect(await counts()).toEqual(before);
  expect(await checkInvariants()).toEqual([]);
}, 300_000);

test("opened weeks later, what was said moves along", async () => {
  const later = new Date(Date.now() + 35 * 86_400_000);
  expect(await bringDemoForward({ now: later })).toBeGreaterThan(500);
  expect(await checkInvariants()).toEqual([]);
  const early = await db.execute(sql`select 1 from comments c join insights i on i.id = c.insight_id
    where c.posted_at < i.posted_at
    union all select 1 from corroborations c join insights i on i.id = c.insight_id where c.heard_on < i.heard_on`);
  expect(early).toHaveLength(0);
});
