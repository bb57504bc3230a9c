import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { renameTag, retireTag, setSynonyms } from "#app/vocabulary/keep-tags.server.ts";
import { mergeTags, undoMerge } from "#app/vocabulary/merge-tags.server.ts";
import { db } from "#db/client.server.ts";
import { insightIndexStates, insightTags } from "#db/schema/insights.server.ts";
import { tagMerges, tags } from "#db/schema/vocabulary.server.ts";
import { useApp } from "#tests/support/app.ts";
import { runOnServer } from "#tests/support/database.ts";
import { anInsight, aPerson } from "#tests/support/factories.ts";

const app = useApp({ worker: false, search: false, settings: { MEILISEARCH: "off" } });

async function tagged(name: string): Promise<string> {
  await anInsight({ body: `Heard of it #${name}` });
  return idOf(name);
}

async function idOf(name: string): Promise<string> {
  const [row] = await db.select({ id: tags.id }).from(tags).where(eq(tags.name, name));
  if (!row) throw new Error(`no tag ${name}`);
  return row.id;
}

const uses = (tagId: string) => db.$count(insightTags, eq(insightTags.tagId, tagId));
const editor = async () => (await aPerson({ role: "editor" })).id;

test("a renamed tag is found by both names, and its old name in a text leads to it", async () => {
  const [tagId, actorId] = [await tagged("openness"), await editor()];
  expect(await renameTag({ actorId, tagId, name: "Open-Science" })).toMatchObject({ name: "open-science" });
  const client = await app.as(await aPerson());
  expect((await client.get("/tags/openness")).location).toBe("/tags/open-science");
  expect((await client.get("/tags/open-science")).text).toContain("Heard of it");
  for (const name of ["openness", "open-science"]) {
    expect((await client.get(`/search?tag=${name}`)).text, name).toContain("Heard of it");
  }
  await anInsight({ body: "Once more #openness" });
  expect(await uses(tagId)).toBe(2);
  expect(await renameTag({ actorId, tagId, name: "openness" })).toMatchObject({ name: "openness" });
  expect((await client.get("/tags/open-science")).location).toBe("/tags/openness");
});

test("no tag takes another's name or synonym", async () => {
  const [tagId, otherId, actorId] = [await tagged("taken-a"), await tagged("taken-b"), await editor()];
  expect(await renameTag({ actorId, tagId, name: "taken-b" })).toMatchObject({ outcome: "refused" });
  expect(await renameTag({ actorId, tagId, name: "5 words!" })).toMatchObject({ outcome: "refused" });
  expect(await setSynonyms({ actorId, tagId: otherId, text: "Taken A" })).toMatchObject({
    outcome: "refused",
  });
  expect(await setSynonyms({ actorId, tagId: otherId, text: "taken words, <b>" })).toMatchObject({
    outcome: "refused",
  });
  expect(await setSynonyms({ actorId, tagId: otherId, text: "taken words,\nTW" })).toMatchObject({
    outcome: "done",
  });
  const client = await app.as(await aPerson());
  expect((await client.get("/tags/tw")).location).toBe("/tags/taken-b");
});

test("merged tags are one everywhere, and parted again each has what it had", async () => {
  const actorId = await editor();
  const [fromId, intoId] = [await tagged("ebooks"), await tagged("e-books")];
  await anInsight({ body: "Both #ebooks and #e-books" });
  await anInsight({ body: "One more #ebooks" });
  const before = [await uses(fromId), await uses(intoId)];
  expect(before).toEqual([3, 2]);
  expect(await mergeTags({ actorId, fromId, intoId })).toEqual({ outcome: "done", name: "e-books" });
  expect([await uses(fromId), await uses(intoId)]).toEqual([0, 4]);
  const client = await app.as(await aPerson());
  expect((await client.get("/tags/ebooks")).location).toBe("/tags/e-books");
  expect((await client.get("/search?tag=ebooks")).text).toContain("One more");
  expect(await mergeTags({ actorId, fromId, intoId })).toMatchObject({ outcome: "refused" });
  await anInsight({ body: "Since then #ebooks" });
  expect(await uses(intoId)).toBe(5);

  const [merge] = await db.select().from(tagMerges).where(eq(tagMerges.fromId, fromId));
  expect(await undoMerge({ actorId, mergeId: merge!.id })).toMatchObject({ outcome: "done" });
  expect([await uses(fromId), await uses(intoId)]).toEqual([3, 3]);
  expect(await undoMerge({ actorId, mergeId: merge!.id })).toMatchObject({ outcome: "refused" });
  expect((await client.get("/tags/ebooks")).text).toContain("Both");
});

test("the name of a tag that became part of another goes on leading there: it is no synonym to leave out", async () => {
  const actorId = await editor();
  const [fromId, intoId] = [await tagged("theses"), await tagged("dissertations")];
  await mergeTags({ actorId, fromId, intoId });
  expect(await setSynonyms({ actorId, tagId: intoId, text: "diss" })).toEqual({
    outcome: "refused",
    problem: "“theses” has become part of this tag: part the two first",
  });
  expect(await setSynonyms({ actorId, tagId: intoId, text: "diss, Theses" })).toMatchObject({
    outcome: "done",
  });
  expect(await renameTag({ actorId, tagId: intoId, name: "theses" })).toMatchObject({ outcome: "refused" });
  await anInsight({ body: "And then #theses" });
  expect([await uses(fromId), await uses(intoId)]).toEqual([0, 3]);
});

test("a merge into what has itself been merged since is undone last, and says so", async () => {
  const actorId = await editor();
  const [a, b, c] = [await tagged("chain-a"), await tagged("chain-b"), await tagged("chain-c")];
  await mergeTags({ actorId, fromId: a, intoId: b });
  await mergeTags({ actorId, fromId: b, intoId: c });
  const mergeOf = async (id: string) =>
    (await db.select().from(tagMerges).where(eq(tagMerges.fromId, id)))[0]!.id;
  const [first, second] = [await mergeOf(a), await mergeOf(b)];
  expect(await undoMerge({ actorId, mergeId: first })).toMatchObject({
    outcome: "refused",
    problem: expect.stringContaining("undo that first"),
  });
  expect(await undoMerge({ actorId, mergeId: second })).toMatchObject({ outcome: "done" });
  expect(await undoMerge({ actorId, mergeId: first })).toMatchObject({ outcome: "done" });
  expect([await uses(a), await uses(b), await uses(c)]).toEqual([1, 1, 1]);
});

test("merging a tag of ten thousand uses changes every one, and marks each for the index once", async () => {
  const actorId = await editor();
  const [fromId, intoId] = [await tagged("many"), await tagged("most")];
  const { id: model } = await anInsight({ body: "The model" });
  // As whoever has all the time they need: the application's statements have five seconds each.
  const copy = `
    with copied as (
      insert into insights (id, body, html, renderer_version, plain_text, search_text, kind, basis, channel_id, heard_on,
        posted_week, visibility, author_id, team_id, source, idempotency_key)
      select gen_random_uuid(), body, html, renderer_version, plain_text, search_text, kind, basis, channel_id, heard_on,
        posted_week, visibility, author_id, team_id, source, 'copy-' || n
      from insights, generate_series(1, 10000) n where id = '${model}' returning id
    ), states as (
      insert into insight_index_states (insight_id, confirmed) select id, 1 from copied returning insight_id
    )
    insert into insight_tags (insight_id, tag_id) select insight_id, '${fromId}' from states`;
  await runOnServer(copy, app.database.superUrl);
  expect(await mergeTags({ actorId, fromId, intoId })).toMatchObject({ outcome: "done" });
  expect([await uses(fromId), await uses(intoId)]).toEqual([0, 10_002]);
  const touched = await db.$count(
    insightIndexStates,
    sql`${insightIndexStates.wanted} = 2 and ${insightIndexStates.confirmed} = 1`,
  );
  expect(touched).toBe(10_000);
  const client = await app.as(await aPerson({ role: "editor" }));
  expect((await client.get("/tags/many")).location).toBe("/tags/most");
  expect((await client.get("/settings/tags")).text).toMatch(/10002 insights|10,002 insights/);
});

test("editors see what they may read: a tag of one person's alone is not theirs to keep", async () => {
  await anInsight({ body: "Mine #secretive", sent: { visibility: "me" } });
  const client = await app.as(await aPerson({ role: "editor" }));
  expect((await client.get("/settings/tags")).text).not.toContain("secretive");
  expect((await client.get("/settings/tags/secretive")).status).toBe(404);
});

test("an editor does all of it on the pages", async () => {
  await tagged("page-tag");
  await tagged("page-other");
  const client = await app.as(await aPerson({ role: "editor" }));
  const post = (tag: string, sent: Record<string, string>) => client.post(`/settings/tags/${tag}`, sent);
  expect((await post("page-tag", { intent: "rename", name: "page-name" })).location).toBe(
    "/settings/tags/page-name",
  );
  expect((await post("page-name", { intent: "synonyms", synonyms: "one, two words" })).status).toBe(302);
  expect((await post("page-name", { intent: "merge", into: "" })).text).toContain(
    "Choose a tag from the list",
  );
  expect((await post("page-name", { intent: "merge", into: "page-other" })).location).toBe(
    "/settings/tags/page-other",
  );
  const page = await client.get("/settings/tags/page-other");
  const [, merge = ""] = /name="merge" value="([^"]+)"/.exec(page.text) ?? [];
  expect((await post("page-other", { intent: "undo-merge", merge })).location).toBe(
    "/settings/tags/page-name",
  );
  expect((await post("page-name", { intent: "retire" })).status).toBe(302);
  expect((await client.get("/settings/tags/page-name")).text).toContain("Offer it again");
  expect(
    (await retireTag({ actorId: await editor(), tagId: await idOf("page-name"), retired: false })).outcome,
  ).toBe("done");
});
