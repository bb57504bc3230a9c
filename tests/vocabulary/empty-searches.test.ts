import { eq } from "drizzle-orm";
import { beforeAll, expect, test, vi } from "vitest";
import type { Person } from "#app/people/person.ts";
import {
  keepEmptySearch,
  listEmptySearches,
  sweepEmptySearches,
} from "#app/vocabulary/keep-empty-searches.server.ts";
import { worthKeeping } from "#app/vocabulary/worth-keeping.ts";
import { db } from "#db/client.server.ts";
import { contacts } from "#db/schema/department-entries.server.ts";
import { emptySearches, searchWords } from "#db/schema/search.server.ts";
import { useApp } from "#tests/support/app.ts";
import { aDepartment, aPerson } from "#tests/support/factories.ts";

const app = useApp({ worker: false, search: false, settings: { MEILISEARCH: "off" } });
let reader: Person;

beforeAll(async () => {
  reader = await aPerson({ name: "Zoë Quillfeather", handle: "zquill" });
  const { id: departmentId } = await aDepartment();
  await db.insert(contacts).values({
    ...{ id: crypto.randomUUID(), departmentId, notedBy: reader.id, editedBy: reader.id },
    ...{ name: "Dr Ottoline Brackwater", role: "head" },
  });
  await db.insert(searchWords).values({ word: "handbook" }).onConflictDoNothing();
});

const kept = async () => (await db.select().from(emptySearches)).map(({ words }) => words).sort();
const today = "2026-11-28";

test.each([
  ["KEF", "kef"],
  ["  Predatory   journals ", "predatory journals"],
  ["R&D tax", "r&d tax"],
  ["REF 2029", "ref 2029"],
  ["year 2025-26 dates", "year 2025-26 dates"],
  ["5G", "5g"],
])("“%s” is kept as “%s”", (q, words) => {
  expect(worthKeeping(q)).toBe(words);
});

test.each([
  "jane@northmoor.example",
  "https://example.org/x",
  "www.example.org",
  "01632 960123",
  "s1234567",
  "student 20261234",
  "Jane Smith",
  "Jane Q. Smith",
  "dr smith",
  "prof jones rdm",
  "one two three four five six",
  "x".repeat(61),
  "a",
  "***",
])("“%s” is nobody's to keep", (q) => {
  expect(worthKeeping(q)).toBeUndefined();
});

test("counted by words and day alone; names of colleagues and contacts are not kept, whatever their letters", async () => {
  await keepEmptySearch({ q: "Zotero", today: "2026-11-20" });
  await keepEmptySearch({ q: "zotero", today });
  for (const q of ["zoe", "quillfeather handbook", "ZQUILL", "brackwater", "ottoline handbook"])
    await keepEmptySearch({ q, today });
  // Of several words at least one is the library's own: else it may well be somebody's name.
  await keepEmptySearch({ q: "alan turing", today });
  await keepEmptySearch({ q: "alien handbook", today });
  expect(await kept()).toEqual(["alien handbook", "zotero"]);
  expect(await listEmptySearches({ aside: false })).toEqual([
    { words: "zotero", times: 2, lastDay: today },
    { words: "alien handbook", times: 1, lastDay: today },
  ]);
  const [row] = await db.select().from(emptySearches).where(eq(emptySearches.words, "zotero"));
  expect(Object.keys(row ?? {}).sort()).toEqual(["lastDay", "putAsideOn", "times", "words"]);
});

test("forgotten ninety days after it was last searched for", async () => {
  await db.delete(emptySearches);
  const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);
  await keepEmptySearch({ q: "oldword", today: day(92) });
  await keepEmptySearch({ q: "newword", today: day(88) });
  expect(await sweepEmptySearches()).toBe(1);
  expect(await kept()).not.toContain("oldword");
  expect(await kept()).toContain("newword");
});

test("a page of results that finds nothing is counted once its words have settled, once a person", async () => {
  const searching = async (person: Person) => {
    const client = await app.as(person);
    return (query: string) => client.get(`/search?${query}`, { "sec-fetch-site": "same-origin" });
  };
  const [search, other] = [await searching(reader), await searching(await aPerson({ name: "Other Reader" }))];
  // An address from elsewhere changes nothing.
  for (const site of ["cross-site", "same-site", "none"])
    await (await app.as(reader)).get("/search?q=wikispam", { "sec-fetch-site": site });
  // On the way to a word; with a filter; a second time; by somebody else; and one who finds what they meant.
  for (const q of ["wikib", "wikibase"]) await search(`q=${q}`);
  await other("q=wikibase");
  await search("q=filteredword&kind=win");
  await search("q=wikibase&person=zquill");
  await search("q=wikibase");
  const times = async () =>
    (await db.select().from(emptySearches).where(eq(emptySearches.words, "wikibase")))[0]?.times;
  await vi.waitFor(async () => expect(await times()).toBe(2), { timeout: 30_000, interval: 500 });
  expect(await kept()).not.toContain("wikib");
  expect(await kept()).not.toContain("filteredword");
  expect(await kept()).not.toContain("wikispam");
});

test("what found nothing says what was tried, the nearest words, and asks colleagues in one press", async () => {
  const client = await app.as(reader);
  const { text } = await client.get("/search?q=handbuch");
  expect(text).toContain("Nothing colleagues have posted matches");
  expect(text).toContain("/insights/new?kind=question&amp;body=handbuch");
  expect(text).not.toContain("Nearest words here");
});
