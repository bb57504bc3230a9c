import { and, eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { hideInsight, unhideInsight } from "#app/insights/hide-insight.server.ts";
import { visibilities } from "#app/insights/insight.ts";
import { readableInSql } from "#app/insights/readable.server.ts";
import { canRead, readingRule } from "#app/insights/readable.ts";
import { restoreInsight, withdrawInsight } from "#app/insights/withdraw-insight.server.ts";
import { type Person, roles } from "#app/people/person.ts";
import { db } from "#db/client.server.ts";
import { insights } from "#db/schema/insights.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { anInsight, aPerson, aTeam } from "#tests/support/factories.ts";
import { aSeed } from "../text/a-seed.ts";

useDatabase();
const seed = aSeed();
const people: Person[] = [];
const posted: { id: string; person: Person }[] = [];

beforeAll(async () => {
  const teams = [await aTeam(), await aTeam(), await aTeam()];
  for (const team of teams) for (const role of roles) people.push(await aPerson({ team, role }));
  for (const visibility of visibilities) {
    for (const person of people) posted.push(await anInsight({ person, sent: { visibility } }));
  }
});

/** Numbers that look thrown and come again with their seed (mulberry32). */
function thrown(from: number): (below: number) => number {
  let state = from;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** The rule in the words of the product's description, written a second time on purpose. */
function shouldRead(person: Person, insight: typeof insights.$inferSelect): boolean {
  if (insight.withdrawnAt || insight.hiddenAt) return false;
  if (insight.visibility === "staff" || insight.authorId === person.id) return true;
  return insight.visibility === "team" && insight.teamId === person.team.id;
}

test(`SQL, the plain check and the sentence of the product agree, whoever asks about what (seed ${seed})`, async () => {
  const pick = thrown(seed);
  const turns = [hideInsight, unhideInsight, withdrawInsight, restoreInsight];
  let readable = 0;
  for (let round = 0; round < 300; round += 1) {
    const [person, { id, person: author }] = [people[pick(people.length)]!, posted[pick(posted.length)]!];
    if (pick(3) === 0) await turns[pick(turns.length)]!({ person: author, id, reason: "for the test" });
    const [insight] = await db.select().from(insights).where(eq(insights.id, id));
    const found = await db
      .select({ id: insights.id })
      .from(insights)
      .where(and(eq(insights.id, id), readableInSql(readingRule(person))));
    const expected = shouldRead(person, insight!);
    const isShown = !insight!.withdrawnAt && !insight!.hiddenAt;
    const said = `round ${round}: ${person.role} and ${insight!.visibility}`;
    expect([found.length === 1, isShown && canRead(person, insight!)], said).toEqual([expected, expected]);
    if (expected) readable += 1;
  }
  expect(readable).toBeGreaterThan(50);
  expect(readable).toBeLessThan(250);
});

test("a rule that says nothing is refused: it would let everyone read everything", () => {
  expect(() => readableInSql([])).toThrow("everyone");
  expect(() => readableInSql([[], [{ field: "visibility", is: "staff" }]])).toThrow("everyone");
});

test("moving to another team takes along neither the old team's insights nor leaves one's own behind", async () => {
  const [old, next] = [await aTeam(), await aTeam()];
  const person = await aPerson({ team: old });
  const mate = await aPerson({ team: old });
  const own = await anInsight({ person, sent: { visibility: "team" } });
  const theirs = await anInsight({ person: mate, sent: { visibility: "team" } });
  const moved: Person = { ...person, team: next };
  const rows = await db
    .select({ id: insights.id })
    .from(insights)
    .where(readableInSql(readingRule(moved)));
  const ids = rows.map(({ id }) => id);
  expect(ids).toContain(own.id);
  expect(ids).not.toContain(theirs.id);
});
