import { asc, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { type EditOutcome, editInsight } from "#app/insights/edit-insight.server.ts";
import { findBesideInsight } from "#app/insights/find-beside-insight.server.ts";
import { findInsight } from "#app/insights/find-insight.server.ts";
import { hideInsight } from "#app/insights/hide-insight.server.ts";
import { type InsightDraft, readDraft } from "#app/insights/insight-draft.ts";
import { withdrawInsight } from "#app/insights/withdraw-insight.server.ts";
import { db } from "#db/client.server.ts";
import { departments } from "#db/schema/departments.server.ts";
import { insightIndexStates, insightRevisions } from "#db/schema/insights.server.ts";
import { people } from "#db/schema/people.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { aDepartment, anInsight, aPerson, aTeam } from "#tests/support/factories.ts";

useDatabase();

async function aDraft(body: string): Promise<InsightDraft> {
  const sent = { body, departments: [(await aDepartment()).slug], channel: "visit" };
  const read = readDraft(sent, { today: "2026-11-20" });
  if ("problems" in read) throw new Error("not a draft");
  return read.draft;
}

test("an edit is a new version; every earlier one is kept as it was", async () => {
  const { id, person } = await anInsight({ body: "At first #one" });
  expect(await editInsight({ person, id, version: 1, draft: await aDraft("Then #two") })).toEqual({
    outcome: "edited",
    version: 2,
  });
  await editInsight({ person, id, version: 2, draft: await aDraft("At last") });
  const kept = await db
    .select({
      version: insightRevisions.version,
      body: insightRevisions.body,
      tags: insightRevisions.tagNames,
    })
    .from(insightRevisions)
    .where(eq(insightRevisions.insightId, id))
    .orderBy(asc(insightRevisions.version));
  expect(kept).toEqual([
    { version: 1, body: "At first #one", tags: ["one"] },
    { version: 2, body: "Then #two", tags: ["two"] },
    { version: 3, body: "At last", tags: [] },
  ]);
  expect((await findBesideInsight({ person, id })).revisions.map(({ version }) => version)).toEqual([
    3, 2, 1,
  ]);
  const now = await findInsight({ person, id });
  expect(now).toMatchObject({ body: "At last", version: 3, card: { tags: [], channel: { slug: "visit" } } });
  const [state] = await db.select().from(insightIndexStates).where(eq(insightIndexStates.insightId, id));
  expect(state?.wanted).toBe(3);
});

test("of two who edit at once one is told, and nothing of the other's is lost", async () => {
  const { id, person } = await anInsight();
  const [mine, yours] = [await aDraft("Mine"), await aDraft("Yours")];
  const outcomes = await Promise.all(
    [mine, yours].map((draft) => editInsight({ person, id, version: 1, draft })),
  );
  expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(["changed-meanwhile", "edited"]);
  const won = outcomes[0]?.outcome === "edited" ? mine : yours;
  expect(await findInsight({ person, id })).toMatchObject({ body: won.body, version: 2 });
  expect((await findBesideInsight({ person, id })).revisions).toHaveLength(2);
});

test("an older version is a conflict, and so is one that never was", async () => {
  const { id, person } = await anInsight({ body: "As it was" });
  const draft = await aDraft("Never kept");
  const attempts: Promise<EditOutcome>[] = [0, 2, 99].map((version) =>
    editInsight({ person, id, version, draft }),
  );
  for (const attempt of attempts) expect(await attempt).toEqual({ outcome: "changed-meanwhile" });
  expect(await findInsight({ person, id })).toMatchObject({ body: "As it was", version: 1 });
});

test("nobody but its author rewrites it, and not even the author once it is hidden or withdrawn", async () => {
  const draft = await aDraft("Never kept");
  const { id, person } = await anInsight({ body: "As it was" });
  const admin = await aPerson({ role: "admin", team: person.team });
  const refused = { outcome: "changed-meanwhile" };
  expect(await editInsight({ person: admin, id, version: 1, draft })).toEqual(refused);
  await hideInsight({ person: admin, id, reason: "for the test" });
  expect(await editInsight({ person, id, version: 1, draft })).toEqual(refused);
  const withdrawn = await anInsight({ person });
  await withdrawInsight({ person, id: withdrawn.id });
  expect(await editInsight({ person, id: withdrawn.id, version: 1, draft })).toEqual(refused);
});

test("a refused edit leaves everything as it was", async () => {
  const { id, person } = await anInsight({ body: "As it was #kept" });
  const draft = { ...(await aDraft("Never kept")), departments: ["no-such-department"] };
  expect(await editInsight({ person, id, version: 1, draft })).toMatchObject({ outcome: "refused" });
  expect(await findInsight({ person, id })).toMatchObject({
    body: "As it was #kept",
    card: { tags: ["kept"] },
  });
});

test("turned to “My team” it is the author's present team's; one that was a team's stays with that team", async () => {
  const [before, after] = [await aTeam(), await aTeam()];
  const author = await aPerson({ team: before });
  const [oldColleague, newColleague] = [await aPerson({ team: before }), await aPerson({ team: after })];
  const forAll = await anInsight({ person: author });
  const forTeam = await anInsight({ person: author, sent: { visibility: "team" } });
  await db.update(people).set({ teamId: after.id }).where(eq(people.id, author.id));
  const draft: InsightDraft = { ...(await aDraft("Between ourselves")), visibility: "team" };
  // The author as an earlier request knew them: what counts is where they are now.
  for (const { id } of [forAll, forTeam]) {
    expect(await editInsight({ person: author, id, version: 1, draft })).toMatchObject({ outcome: "edited" });
  }
  const readers = [oldColleague, newColleague];
  const seen = ({ id }: { id: string }) =>
    Promise.all(readers.map(async (person) => Boolean(await findInsight({ person, id }))));
  expect([await seen(forAll), await seen(forTeam)]).toEqual([
    [false, true],
    [true, false],
  ]);
});

test("a department closed since can be kept in a correction, and not added by one", async () => {
  const [closing, another] = [await aDepartment(), await aDepartment({ closed: true })];
  const { id, person } = await anInsight({ departments: [closing] });
  await db.update(departments).set({ closedAt: new Date() }).where(eq(departments.id, closing.id));
  const draft = { ...(await aDraft("Corrected")), departments: [closing.slug] };
  expect(await editInsight({ person, id, version: 1, draft })).toEqual({ outcome: "edited", version: 2 });
  const adding = { ...draft, departments: [closing.slug, another.slug] };
  expect(await editInsight({ person, id, version: 2, draft: adding })).toMatchObject({
    problems: { departments: "Choose departments from the list" },
  });
  // What somebody else's insight is about opens nothing to this one.
  const elsewhere = await anInsight({ person });
  expect(await editInsight({ person, id: elsewhere.id, version: 1, draft })).toMatchObject({
    outcome: "refused",
  });
});
