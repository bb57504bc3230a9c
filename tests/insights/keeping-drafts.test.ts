import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { correctionKey, type DraftFields, draftLimits, isWithinLimits } from "#app/insights/draft.ts";
import { editInsight } from "#app/insights/edit-insight.server.ts";
import { readDraft } from "#app/insights/insight-draft.ts";
import { findDraft, listDrafts, listPosted } from "#app/insights/list-drafts.server.ts";
import { saveDraft } from "#app/insights/save-draft.server.ts";
import { sweepDrafts } from "#app/insights/sweep-drafts.server.ts";
import { withdrawInsight } from "#app/insights/withdraw-insight.server.ts";
import { dayIn } from "#app/settings/calendar.ts";
import { db } from "#db/client.server.ts";
import { newId } from "#db/new-id.server.ts";
import { drafts } from "#db/schema/drafts.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { aDepartment, anInsight, aPerson } from "#tests/support/factories.ts";

useDatabase();

type Given = {
  personId: string;
  key?: string;
  body?: string;
  version?: number;
  insightId?: string;
  base?: number;
};

function save({ personId, key = newId(), body = "Half a sentence", version = 1, insightId, base }: Given) {
  const fields: DraftFields = { body: [body], ...(base && { version: [String(base)] }) };
  return saveDraft({ personId, key, insightId, fields, version, device: "Firefox on Linux" });
}

const rowsOf = (personId: string) => db.select().from(drafts).where(eq(drafts.personId, personId));

test("what is written is kept, newest last word, and a slow save never overwrites a newer one", async () => {
  const [{ id: personId }, key] = [await aPerson(), newId()];
  expect(await save({ personId, key, body: "One", version: 1 })).toBe(true);
  expect(await save({ personId, key, body: "One two three", version: 3 })).toBe(true);
  expect(await save({ personId, key, body: "One two", version: 2 })).toBe(false);
  expect(await save({ personId, key, body: "Again three", version: 3 })).toBe(false);
  const [kept, ...others] = await listDrafts(personId);
  expect(others).toEqual([]);
  expect(kept).toMatchObject({
    key,
    fields: { body: ["One two three"] },
    version: 3,
    device: "Firefox on Linux",
  });
});

test("twenty saves at once leave one row, the newest", async () => {
  const [{ id: personId }, key] = [await aPerson(), newId()];
  const versions = Array.from({ length: 20 }, (_, number) => number + 1).sort(() => Math.random() - 0.5);
  await Promise.all(versions.map((version) => save({ personId, key, body: `Letter ${version}`, version })));
  expect(await rowsOf(personId)).toMatchObject([{ version: 20, fields: { body: ["Letter 20"] } }]);
});

test("a draft is its writer's alone", async () => {
  const [writer, other] = [await aPerson(), await aPerson({ role: "admin" })];
  const key = newId();
  await save({ personId: writer.id, key });
  expect(await listDrafts(other.id)).toEqual([]);
  expect(await findDraft({ personId: other.id, key })).toBeUndefined();
  await save({ personId: other.id, key, body: "The same key", version: 9 });
  expect(await findDraft({ personId: writer.id, key })).toMatchObject({ version: 1 });
});

test("posting takes the draft away, a save that comes late does not bring it back, nor does withdrawing", async () => {
  const [person, key] = [await aPerson(), newId()];
  const department = await aDepartment();
  await save({ personId: person.id, key });
  const keptToo = newId();
  await save({ personId: person.id, key: keptToo });
  const posting = { person, departments: [department], idempotencyKey: key };
  const { id } = await anInsight(posting);
  expect((await rowsOf(person.id)).map((row) => row.key)).toEqual([keptToo]);
  expect(await save({ personId: person.id, key, version: 2 })).toBe(false);
  await withdrawInsight({ person, id });
  expect(await save({ personId: person.id, key, version: 3 })).toBe(false);
  expect((await listDrafts(person.id)).map((draft) => draft.key)).toEqual([keptToo]);
  expect(await listPosted(person.id, [key, keptToo])).toEqual([{ id, key }]);
  expect(await listPosted((await aPerson()).id, [key])).toEqual([]);
});

test("twenty posts at once from one draft make one insight and leave no draft", async () => {
  const [person, key, department] = [await aPerson(), newId(), await aDepartment()];
  await save({ personId: person.id, key });
  const posting = { person, departments: [department], idempotencyKey: key };
  const posted = await Promise.all(Array.from({ length: 20 }, () => anInsight(posting)));
  expect(new Set(posted.map(({ id }) => id)).size).toBe(1);
  expect(await rowsOf(person.id)).toEqual([]);
});

test("what a save leaves that was under way while its form was posted is shown to nobody, and swept", async () => {
  const [person, key] = [await aPerson(), newId()];
  await anInsight({ person, idempotencyKey: key });
  await db.insert(drafts).values({ personId: person.id, key, fields: { body: ["A ghost"] } });
  expect(await listDrafts(person.id)).toEqual([]);
  await sweepDrafts();
  expect(await rowsOf(person.id)).toEqual([]);
});

test("a correction's draft goes when it is saved, and is refused once the insight is no longer as it was", async () => {
  const person = await aPerson();
  const department = await aDepartment();
  const insight = await anInsight({ person, departments: [department] });
  const given = { personId: person.id, key: correctionKey(insight.id), insightId: insight.id };
  expect(await save({ ...given, version: 1, base: 1 })).toBe(true);
  const other = await aPerson();
  expect(await save({ ...given, personId: other.id, version: 1, base: 1 })).toBe(false);
  const today = dayIn("Europe/London", new Date());
  const sent = { body: "Corrected", departments: [department.slug], channel: "coffee" };
  const read = readDraft(sent, { today });
  if ("problems" in read) throw new Error(JSON.stringify(read.problems));
  expect(await editInsight({ person, id: insight.id, version: 1, draft: read.draft })).toMatchObject({
    outcome: "edited",
  });
  expect(await rowsOf(person.id)).toEqual([]);
  expect(await save({ ...given, version: 2, base: 1 })).toBe(false);
  expect(await save({ ...given, version: 1, base: 2 })).toBe(true);
  await withdrawInsight({ person, id: insight.id });
  expect(await listDrafts(person.id)).toEqual([]);
});

test("of more than twenty the oldest goes, and after thirty days each", async () => {
  const { id: personId } = await aPerson();
  for (let number = 0; number <= draftLimits.most; number++) {
    await save({ personId, key: `the-key-${number}`, body: `Draft ${number}` });
    // Moments are kept to the millisecond, and two saves may fall into one.
    const earlier = sql`${drafts.savedAt} - interval '1 second'`;
    await db.update(drafts).set({ savedAt: earlier }).where(eq(drafts.personId, personId));
  }
  const kept = (await listDrafts(personId)).map(({ key }) => key);
  expect(kept.length).toBe(20);
  expect(kept).toContain("the-key-20");
  expect(kept).not.toContain("the-key-0");
  await db
    .update(drafts)
    .set({ savedAt: sql`now() - interval '31 days'` })
    .where(eq(drafts.key, "the-key-5"));
  await sweepDrafts();
  expect((await rowsOf(personId)).length).toBe(19);
});

test("what is larger than could be posted is not kept here", () => {
  expect(isWithinLimits({ body: ["a".repeat(20_000)] })).toBe(true);
  expect(isWithinLimits({ body: ["a".repeat(20_001)] })).toBe(false);
  expect(isWithinLimits({ body: ["é".repeat(10_001)] })).toBe(false);
  expect(isWithinLimits({ departments: Array.from({ length: 101 }, () => "a") })).toBe(false);
  expect(isWithinLimits({ tags: ["t".repeat(8_001)] })).toBe(false);
});
