import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { readDraft } from "#app/insights/insight-draft.ts";
import { postInsight } from "#app/insights/post-insight.server.ts";
import { dayIn } from "#app/settings/calendar.ts";
import { db } from "#db/client.server.ts";
import { newId } from "#db/new-id.server.ts";
import { insightIndexStates, insightRevisions, insights } from "#db/schema/insights.server.ts";
import { tagSynonyms, tags } from "#db/schema/vocabulary.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { aDepartment, anInsight, aPerson } from "#tests/support/factories.ts";

useDatabase();

async function cardOf(id: string) {
  const { findInsight } = await import("#app/insights/find-insight.server.ts");
  const [row] = await db.select({ authorId: insights.authorId }).from(insights).where(eq(insights.id, id));
  const person = { ...(await aPerson()), id: row?.authorId ?? "" };
  return (await findInsight({ person, id }))!.card;
}

/** How many rows each thing that a posting writes has now. */
async function counts(): Promise<Record<string, number>> {
  const [row] = await db.execute<Record<string, number>>(sql`select
    (select count(*)::int from insights) as insights, (select count(*)::int from insight_revisions) as revisions,
    (select count(*)::int from insight_departments) as departments, (select count(*)::int from tags) as tags,
    (select count(*)::int from insight_index_states) as states,
    (select count(*)::int from events where name = 'insight.posted') as events,
    (select count(*)::int from pgboss.job where data->>'name' = 'insight.posted') as jobs`);
  return { ...row };
}

test("an insight comes with its revision, its ledger entry, its job and its index state", async () => {
  const person = await aPerson();
  const before = await counts();
  const { id } = await anInsight({ person, body: "Heard **this**" });
  const after = await counts();
  for (const what of ["insights", "revisions", "departments", "states", "events", "jobs"]) {
    expect(after[what], what).toBe((before[what] ?? 0) + 1);
  }
  const [revision] = await db.select().from(insightRevisions).where(eq(insightRevisions.insightId, id));
  expect(revision).toMatchObject({ version: 1, editedBy: person.id, body: "Heard **this**" });
  const [state] = await db.select().from(insightIndexStates).where(eq(insightIndexStates.insightId, id));
  expect(state).toMatchObject({ wanted: 1, confirmed: null });
});

test("when any part of it cannot be written, none is", async () => {
  const person = await aPerson();
  const department = await aDepartment();
  const before = await counts();
  // A person who is not there: the insight's own row is refused, after its tag was coined.
  const gone = { ...person, id: newId() };
  const posting = anInsight({ person: gone, departments: [department], sent: { tags: ["never-coined"] } });
  await expect(posting).rejects.toThrow();
  expect(await counts()).toEqual(before);
});

test("posted twice at once with one key, it is there once, and both are told which", async () => {
  const person = await aPerson();
  const given = { person, departments: [await aDepartment()], idempotencyKey: newId() };
  const before = await counts();
  const posted = await Promise.all(Array.from({ length: 8 }, () => anInsight(given)));
  expect(new Set(posted.map(({ id }) => id)).size).toBe(1);
  expect((await counts()).insights).toBe((before.insights ?? 0) + 1);
  expect((await counts()).events).toBe((before.events ?? 0) + 1);
  const another = await anInsight({ ...given, person: await aPerson() });
  expect(another.id).not.toBe(posted[0]?.id);
});

test.each([
  ["text", { body: "Heard something else" }, "key-reused"],
  ["visibility", { visibility: "team" }, "key-reused"],
  ["kind", { kind: "problem" }, "key-reused"],
  ["day", { heardOn: "2026-01-05" }, "key-reused"],
  ["tags", { tags: ["another"] }, "key-reused"],
  ["order of its tags", { tags: ["two", "one"] }, "already-posted"],
])("sent again with another %s, it is told apart and changes nothing", async (_, change, outcome) => {
  const person = await aPerson();
  const [one, other] = [await aDepartment(), await aDepartment()];
  const idempotencyKey = newId();
  const post = (sent: object) => {
    const whole = {
      body: "Heard it",
      departments: [one.slug],
      channel: "coffee",
      tags: ["one", "two"],
      ...sent,
    };
    const read = readDraft(whole, { today: dayIn("Europe/London", new Date()) });
    if ("problems" in read) throw new Error("the draft itself is sound");
    return postInsight({ person, draft: read.draft, idempotencyKey, source: "api" });
  };
  const first = await post({});
  if (first.outcome !== "posted") throw new Error(first.outcome);
  const before = await counts();
  expect(await post(change)).toEqual({ outcome, id: first.id });
  expect(await post({ departments: [other.slug] })).toEqual({ outcome: "key-reused", id: first.id });
  expect(await counts()).toEqual(before);
});

test("a day nobody gave may be another one when it is sent again", async () => {
  const given = { person: await aPerson(), departments: [await aDepartment()], idempotencyKey: newId() };
  const yesterday = new Date(Date.now() - 86_400_000);
  const heardOn = dayIn("Europe/London", yesterday);
  const first = await anInsight({ ...given, postedAt: yesterday, sent: { heardOn } });
  expect(await anInsight(given)).toEqual(first);
});

test("tags come from the field and from the text, once each, lower-case, but not from code", async () => {
  const sent = { tags: ["Open Access", "#rdm"] };
  const { id } = await anInsight({ body: "About #Reading-Lists and #rdm, not `#code` or a#b", sent });
  expect((await cardOf(id)).tags).toEqual(["open-access", "rdm", "reading-lists"]);
});

test("a synonym means its tag", async () => {
  const tagId = newId();
  await db.insert(tags).values({ id: tagId, name: "generative-ai" });
  await db.insert(tagSynonyms).values({ id: newId(), tagId, name: "Large Language Models" });
  const { id } = await anInsight({
    body: "All of #large-language-models",
    sent: { tags: ["generative-ai"] },
  });
  expect((await cardOf(id)).tags).toEqual(["generative-ai"]);
});

test("it stands under every department it names, in the order named", async () => {
  const departments = [await aDepartment({ name: "Zoology" }), await aDepartment({ name: "Archaeology" })];
  const { id } = await anInsight({ departments });
  expect((await cardOf(id)).departments.map(({ name }) => name)).toEqual(["Zoology", "Archaeology"]);
});

test.each([
  ["closed department", { closed: true }, "coffee", "departments"],
  ["channel nobody knows", {}, "telepathy", "channel"],
] as const)("a %s is refused, and nothing is kept", async (_, given, channel, field) => {
  const person = await aPerson();
  const { slug } = await aDepartment(given);
  const read = readDraft({ body: "Heard it", departments: [slug], channel }, { today: "2026-11-20" });
  if ("problems" in read) throw new Error("the draft itself is sound");
  const before = await counts();
  const posted = await postInsight({ person, draft: read.draft, idempotencyKey: newId(), source: "web" });
  expect(posted).toMatchObject({ outcome: "refused", problems: { [field]: expect.any(String) } });
  expect(await counts()).toEqual(before);
});
