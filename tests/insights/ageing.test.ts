import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { askStillTrue } from "#app/insights/ask-still-true.server.ts";
import { confirmTrue } from "#app/insights/confirm-true.server.ts";
import { replanReviews } from "#app/insights/replan-reviews.server.ts";
import { reviewAges, reviewDay } from "#app/insights/review-age.ts";
import { supersedeInsight, unsupersedeInsight } from "#app/insights/supersede-insight.server.ts";
import { dayIn } from "#app/settings/calendar.ts";
import { changeSettings } from "#app/settings/change-settings.server.ts";
import { db } from "#db/client.server.ts";
import { runTransaction } from "#db/run-transaction.server.ts";
import { insights } from "#db/schema/insights.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { aDepartment, aLiaison, anInsight, aPerson, aTeam } from "#tests/support/factories.ts";

useDatabase();

const ages = reviewAges({});
const today = dayIn("Europe/London", new Date());

test.each([
  ["new-person", "2026-01-31", "2026-07-31"],
  ["need", "2026-02-28", "2027-02-28"],
  ["observation", "2024-02-29", "2026-02-28"],
  ["new-person", "2026-08-31", "2027-02-28"],
  ["question", "2026-01-01", null],
] as const)("a %s heard on %s is asked about on %s", (kind, from, day) => {
  expect(reviewDay({ kind, from, ages })).toBe(day);
});

async function rowOf(id: string) {
  const [row] = await db.select().from(insights).where(eq(insights.id, id));
  if (!row) throw new Error("gone");
  return row;
}

async function anOldOne(person?: Awaited<ReturnType<typeof aPerson>>) {
  return anInsight({ person, sent: { heardOn: "2024-01-10", kind: "need" } });
}

test("what is posted has its review day, by its kind and the day it was heard", async () => {
  const { id } = await anOldOne();
  expect((await rowOf(id)).reviewOn).toBe("2025-01-10");
});

test("each is asked about once, five of one author's a day, the oldest first", async () => {
  const person = await aPerson();
  const made = [];
  for (const heardOn of [
    "2024-03-01",
    "2024-01-01",
    "2024-02-01",
    "2023-01-01",
    "2023-02-01",
    "2023-03-01",
  ]) {
    made.push((await anInsight({ person, sent: { heardOn, kind: "need" } })).id);
  }
  await askStillTrue();
  const asked = await Promise.all(made.map(async (id) => (await rowOf(id)).reviewAskedAt !== null));
  expect(asked).toEqual([false, true, true, true, true, true]);
  await askStillTrue();
  expect((await rowOf(made[0] ?? "")).reviewAskedAt).toBeNull();
  await db
    .update(insights)
    .set({ reviewAskedAt: sql`now() - interval '1 day'` })
    .where(eq(insights.authorId, person.id));
  await db
    .update(insights)
    .set({ reviewAskedAt: null })
    .where(eq(insights.id, made[0] ?? ""));
  await askStillTrue();
  expect((await rowOf(made[0] ?? "")).reviewAskedAt).not.toBeNull();
});

test("its author, its department's liaison and an editor say it is still true; others do not", async () => {
  const department = await aDepartment();
  const { id, person } = await anInsight({ departments: [department], sent: { heardOn: "2024-01-10" } });
  const liaison = await aPerson();
  await aLiaison({ department, person: liaison });
  for (const one of [person, liaison, await aPerson({ role: "editor" })]) {
    await db.update(insights).set({ reviewAskedAt: sql`now()` }).where(eq(insights.id, id));
    expect(await confirmTrue({ person: one, id })).toEqual({ outcome: "done" });
    const row = await rowOf(id);
    expect([row.confirmedTrueBy, row.reviewAskedAt]).toEqual([one.id, null]);
    expect(row.reviewOn).toBe(reviewDay({ kind: "observation", from: today, ages }));
  }
  expect(await confirmTrue({ person: await aPerson(), id })).toEqual({ outcome: "not-possible" });
});

test("a newer insight takes an older one's place, and gives it back", async () => {
  const { id, person } = await anInsight();
  const { id: newerId } = await anInsight();
  expect(await supersedeInsight({ person: await aPerson(), id, newerId })).toEqual({
    outcome: "not-possible",
  });
  expect(await supersedeInsight({ person, id, newerId })).toEqual({ outcome: "done" });
  expect(await supersedeInsight({ person, id, newerId })).toEqual({ outcome: "already-done" });
  expect((await rowOf(id)).supersededById).toBe(newerId);
  expect(await confirmTrue({ person, id })).toEqual({ outcome: "not-possible" });
  expect(await unsupersedeInsight({ person, id })).toEqual({ outcome: "done" });
  expect((await rowOf(id)).supersededById).toBeNull();
});

test("nothing is replaced in a circle, by itself, or by what is not there", async () => {
  const person = await aPerson();
  const [{ id: first }, { id: second }] = [await anInsight({ person }), await anInsight({ person })];
  expect((await supersedeInsight({ person, id: first, newerId: first })).outcome).toBe("no-such-newer");
  expect((await supersedeInsight({ person, id: first, newerId: "nonsense" })).outcome).toBe("no-such-newer");
  const outcomes = await Promise.all([
    supersedeInsight({ person, id: first, newerId: second }),
    supersedeInsight({ person, id: second, newerId: first }),
  ]);
  expect(outcomes.filter(({ outcome }) => outcome === "done")).toHaveLength(1);
});

test("what is for fewer does not replace what is for more", async () => {
  const person = await aPerson({ team: await aTeam() });
  const { id } = await anInsight({ person });
  const { id: teams } = await anInsight({ person, sent: { visibility: "team" } });
  const { id: others } = await anInsight({ sent: { visibility: "team" } });
  expect((await supersedeInsight({ person, id, newerId: teams })).outcome).toBe("newer-is-for-fewer");
  expect((await supersedeInsight({ person, id, newerId: others })).outcome).toBe("no-such-newer");
  expect((await supersedeInsight({ person, id: teams, newerId: id })).outcome).toBe("done");
});

test("when a kind's age changes, its review days follow, and the index hears of them", async () => {
  const { id, person } = await anInsight({ sent: { heardOn: "2026-01-31", kind: "need" } });
  const { id: confirmed } = await anInsight({ person, sent: { heardOn: "2025-01-31", kind: "need" } });
  await confirmTrue({ person, id: confirmed });
  await runTransaction((tx) => changeSettings(tx, { reviewMonths: { need: 1 } }));
  const changed = await replanReviews();
  expect(changed).toEqual(expect.arrayContaining([id, confirmed]));
  expect((await rowOf(id)).reviewOn).toBe("2026-02-28");
  expect((await rowOf(confirmed)).reviewOn).toBe(
    reviewDay({ kind: "need", from: today, ages: reviewAges({ need: 1 }) }),
  );
  expect(await replanReviews()).toEqual([]);
});
