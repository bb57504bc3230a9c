import { and, eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import type { Person } from "#app/people/person.ts";
import { readWordGroup } from "#app/vocabulary/word-group.ts";
import { db } from "#db/client.server.ts";
import { events } from "#db/schema/events.server.ts";
import { emptySearches } from "#db/schema/search.server.ts";
import { wordGroupRevisions, wordGroups } from "#db/schema/vocabulary.server.ts";
import { ownInjections, ownNaughtyStrings } from "#tests/security/hostile-own.ts";
import { useApp } from "#tests/support/app.ts";
import type { Client } from "#tests/support/client.ts";
import { aDepartment, anInsight, aPerson } from "#tests/support/factories.ts";

const app = useApp({ worker: false, search: false, settings: { MEILISEARCH: "off" } });
const page = "/settings/words";
let editor: Person;
let client: Client;

beforeAll(async () => {
  editor = await aPerson({ role: "editor" });
  client = await app.as(editor);
});

const send = (sent: Record<string, string>) =>
  client.post(page, { kind: "same", words: "", finds: "", version: "0", ...sent });
const group = async (id: string) => (await db.select().from(wordGroups).where(eq(wordGroups.id, id)))[0];
const recorded = async (id: string) =>
  (
    await db
      .select({ name: events.name })
      .from(events)
      .where(and(eq(events.subjectId, id)))
  ).map(({ name }) => name);

test.each([
  [{ kind: "same", words: "RDM", finds: "" }, "words"],
  [{ kind: "same", words: "RDM, rdm", finds: "" }, "words"],
  [{ kind: "one-way", words: "", finds: "x1" }, "words"],
  [{ kind: "one-way", words: "AI", finds: "ai" }, "finds"],
  [{ kind: "both", words: "a, b", finds: "" }, "kind"],
  [{ kind: "same", words: "***, b", finds: "" }, "words"],
  [{ kind: "same", words: `a, ${"b".repeat(61)}`, finds: "" }, "words"],
  [{ kind: "same", words: "a, one two three four five six seven", finds: "" }, "words"],
  [{ kind: "same", words: Array.from({ length: 13 }, (_, at) => `w${at}`).join(), finds: "" }, "words"],
])("%j is refused beside its field", (sent, field) => {
  expect(readWordGroup(sent)).toMatchObject({ problems: { [field]: expect.any(String) } });
});

test("commas, semicolons and lines part words, each kept once as it was first written", () => {
  expect(readWordGroup({ kind: "same", words: " RDM ;research  data\nrdm, Café,cafe", finds: "x" })).toEqual({
    content: { kind: "same", words: ["RDM", "research data", "Café"], finds: [] },
  });
});

test("the effect is shown before saving, counted among what this editor may read", async () => {
  await anInsight({ body: "An OERX handbook" });
  await anInsight({ body: "Two openly licensed books" });
  await anInsight({ body: "Openly, and not licensed at all: books" });
  await anInsight({ body: "A secret openly licensed book", sent: { visibility: "me" } });
  const id = crypto.randomUUID();
  const shown = await send({ intent: "show", id, words: "OERX, openly licensed book" });
  expect(shown.text).toContain("“OERX” now finds 1 insight, would find 2.");
  expect(shown.text).toContain("“openly licensed book” now finds 1 insight, would find 2.");
  expect(await group(id)).toBeUndefined();
  expect((await client.get("/search?q=oerx")).text).not.toContain("openly");
  expect((await send({ intent: "save", id, words: "OERX, openly licensed book" })).location).toBe(page);
  const found = await client.get("/search?q=oerx");
  expect(found.text).toContain("2 insights");
  expect(await recorded(id)).toEqual(["words.changed"]);
  // The same form once more is the same group.
  expect((await send({ intent: "save", id, words: "OERX, openly licensed book" })).location).toBe(page);
  expect(await recorded(id)).toHaveLength(1);
});

test("what is changed, or taken away, can be put back as it was", async () => {
  const id = crypto.randomUUID();
  await send({ intent: "save", id, words: "zine, little magazine" });
  await send({ intent: "save", id, version: "1", kind: "one-way", words: "zine", finds: "little magazine" });
  expect(await group(id)).toMatchObject({ version: 2, kind: "one-way", finds: ["little magazine"] });
  await send({ intent: "put-back", id, version: "2" });
  expect(await group(id)).toMatchObject({ version: 3, kind: "same", words: ["zine", "little magazine"] });
  await send({ intent: "remove", id, version: "3" });
  expect((await client.get(page)).text).toContain("Taken away");
  await send({ intent: "put-back", id, version: "4" });
  expect(await group(id)).toMatchObject({ version: 5, removed: false });
  expect(await db.$count(wordGroupRevisions, eq(wordGroupRevisions.groupId, id))).toBe(5);
  expect(await recorded(id)).toEqual([
    "words.changed",
    "words.changed",
    "words.put-back",
    "words.removed",
    "words.put-back",
  ]);
});

test("of two editors the second is told, and keeps what was written", async () => {
  const id = crypto.randomUUID();
  await send({ intent: "save", id, words: "podcast, audio" });
  await send({ intent: "save", id, version: "1", words: "podcast, audio, recording" });
  const late = await send({ intent: "save", id, version: "1", words: "podcast, vodcast" });
  expect(late.status).toBe(409);
  expect(late.text).toContain("A colleague has changed these words");
  expect(late.text).toContain("podcast, vodcast");
  expect((await group(id))?.words).toEqual(["podcast", "audio", "recording"]);
  expect((await send({ intent: "remove", id, version: "1" })).status).toBe(409);
});

test("nothing is done for what is not there, or not said", async () => {
  const id = crypto.randomUUID();
  expect((await send({ intent: "remove", id, version: "1" })).status).toBe(404);
  expect((await send({ intent: "put-back", id, version: "1" })).status).toBe(404);
  expect((await send({ intent: "put-aside", searched: "never searched" })).status).toBe(404);
  expect((await send({ intent: "dance", id })).status).toBe(400);
  expect((await send({ intent: "save", id: "x", words: "a1, b1" })).status).toBe(400);
  expect((await send({ intent: "save", id, version: "-1", words: "a1, b1" })).status).toBe(400);
  const refused = await send({ intent: "save", id, words: "lonely" });
  expect([refused.status, refused.text.includes("lonely")]).toEqual([400, true]);
});

test("hostile words are words, or refused in words", async () => {
  for (const text of [...ownNaughtyStrings, ...ownInjections]) {
    for (const sent of [
      { kind: "same", words: `${text}, other`, finds: text },
      { kind: "one-way", words: "hostile", finds: text },
    ]) {
      const { status } = await send({ intent: "show", id: crypto.randomUUID(), ...sent });
      expect([200, 400], text).toContain(status);
    }
  }
  const { status } = await client.get(
    `${page}?${new URLSearchParams({ words: ownInjections.join(), change: "'" })}`,
  );
  expect(status).toBe(200);
});

test("what was searched for in vain is made a synonym in one press, or put aside and brought back", async () => {
  const lastDay = "2026-11-20";
  await db.insert(emptySearches).values([
    { words: "kefx", times: 4, lastDay },
    { words: "wikidatax", lastDay },
  ]);
  const text = (await client.get(page)).text;
  expect(text).toContain("kefx");
  expect(text).toContain("4 times");
  expect(text).toContain(`${page}?words=kefx#words-form`);
  expect((await client.get(`${page}?words=kefx`)).text).toContain("kefx, </textarea>");
  await send({ intent: "save", id: crypto.randomUUID(), words: "KEFX, knowledge exchange framework" });
  await send({ intent: "put-aside", searched: "wikidatax" });
  const left = await db.select().from(emptySearches);
  expect(left).toMatchObject([{ words: "wikidatax", putAsideOn: expect.any(String) }]);
  expect((await client.get(page)).text).toContain("Put aside");
  await send({ intent: "bring-back", searched: "wikidatax" });
  expect(await db.select().from(emptySearches)).toMatchObject([{ putAsideOn: null }]);
});

test("nicknames and synonyms kept elsewhere are shown with the way there", async () => {
  await aDepartment({ name: "School of Informatics", slug: "words-informatics", nicknames: ["Comp Sci"] });
  const { text } = await client.get(page);
  expect(text).toContain("/settings/departments/words-informatics");
  expect(text).toContain("Comp Sci");
});
