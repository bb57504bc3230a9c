import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Person } from "#app/people/person.ts";
import type { SearchRequest } from "#app/search/search-request.ts";
import { useDatabase } from "#tests/support/database.ts";
import { aComment, anInsight, aPerson } from "#tests/support/factories.ts";
import { useSearchIndex } from "#tests/support/search-engine.ts";

const database = useDatabase();
useSearchIndex(database);
const { closeSender } = await import("#app/events/sender.server.ts");
const { ensureIndex } = await import("#app/search/ensure-index.server.ts");
const { forgetDialect } = await import("#app/search/find-dialect.server.ts");
const { findNamed } = await import("#app/search/find-named.server.ts");
const { indexUnconfirmed } = await import("#app/search/index-unconfirmed.server.ts");
const { searchDatabase } = await import("#app/search/search-database.server.ts");
const { searchInsights } = await import("#app/search/search-insights.server.ts");
const { readSearch } = await import("#app/search/understand-request.server.ts");
const { saveWords, removeWords } = await import("#app/vocabulary/keep-words.server.ts");

let reader: Person;
let editor: Person;
const ids = new Map<string, string>();

async function put(name: string, body: string, given: Parameters<typeof anInsight>[0] = {}): Promise<void> {
  const { id } = await anInsight({ ...given, body });
  ids.set(id, name);
}

async function say(words: string[], finds: string[] = []): Promise<string> {
  const id = crypto.randomUUID();
  const content = { kind: finds.length > 0 ? ("one-way" as const) : ("same" as const), words, finds };
  expect(await saveWords({ actorId: editor.id, id, version: 0, content })).toBe("done");
  forgetDialect();
  return id;
}

beforeAll(async () => {
  await ensureIndex();
  [reader, editor] = [await aPerson(), await aPerson({ role: "editor" })];
  await put("acronym", "The RDM clinic was full.");
  await put("whole", "A plan for research data management is due.");
  await put("apart", "Management of the building has data on research visits.");
  await put("british", "They organise a colour catalogue of the theatre programme.");
  await put("american", "We organize the color catalog at the center.");
  await put("list", "Two reading lists are overdue.");
  await put("system", "Talis was down on Monday.");
  await put("cafe", "The café queue is long.");
  await indexUnconfirmed();
  await say(["RDM", "research data management"]);
  await say(["reading list", "Talis"]);
  await say(["canteen"], ["café"]);
  await ensureIndex();
});
afterAll(closeSender);

const read = (q: string): Promise<SearchRequest> =>
  readSearch({ person: reader, parameters: new URLSearchParams({ q }) });
const named = (hits: readonly { id: string }[]): string[] =>
  hits.flatMap(({ id }) => ids.get(id) ?? []).sort();

const ways = {
  async "as it is typed"(q: string) {
    const { hits, basic } = await searchInsights({ person: reader, request: await read(q), typing: true });
    expect(basic).toBe(false);
    return hits;
  },
  async "once settled"(q: string) {
    const { hits, basic } = await searchInsights({ person: reader, request: await read(q) });
    expect(basic).toBe(false);
    return hits;
  },
  async "without the engine"(q: string) {
    return (await searchDatabase({ person: reader, request: await read(q) })).hits;
  },
};

describe.each(Object.entries(ways))("%s", (_, ask) => {
  test.each([
    ["rdm", ["acronym", "whole"]],
    ["RDMs", ["acronym", "whole"]],
    ["talis", ["list", "system"]],
    ["organise", ["american", "british"]],
    ["organize", ["american", "british"]],
    ["catalogs", ["american", "british"]],
    ["canteen", ["cafe"]],
    ["cafe", ["cafe"]],
  ])("“%s” finds what means the same", async (q, wanted) => {
    expect(named(await ask(q))).toEqual(wanted);
  });

  test("what means the same is marked in what is found", async () => {
    const hits = await ask("rdm");
    const whole = hits.find(({ id }) => ids.get(id) === "whole");
    expect(whole?.excerpt.replaceAll("\u{E001} \u{E000}", " ")).toContain(
      "\u{E000}research data management\u{E001}",
    );
  });
});

test("of several words those that mean something together find it, before what has them apart", async () => {
  const { hits } = await searchInsights({ person: reader, request: await read("research data management") });
  const found = hits.flatMap(({ id }) => ids.get(id) ?? []);
  expect(found.slice(0, 2).sort()).toEqual(["acronym", "whole"]);
  expect(found).toContain("apart");
  const { hits: clinic } = await searchInsights({
    person: reader,
    request: await read("reading lists down"),
  });
  expect(named(clinic)).toEqual(["list", "system"]);
});

test("what is quoted or left out is meant as it stands", async () => {
  const quoted = await searchInsights({ person: reader, request: await read('"rdm"') });
  expect(named(quoted.hits)).toEqual(["acronym"]);
  const without = await searchInsights({ person: reader, request: await read("rdm -clinic") });
  expect(named(without.hits)).toEqual(["whole"]);
});

test("names and comments are found by it too", async () => {
  const { id: insightId } = await anInsight({ body: "Something else" });
  await aComment({ insightId, body: "They mean research data management" });
  const { q, meanings } = await read("rdm");
  expect((await findNamed({ person: reader, request: { q, meanings } })).map(({ kind }) => kind)).toContain(
    "comment",
  );
});

test("a change goes to the index that serves, which stays what it is", async () => {
  const { readIndexRecord } = await import("#app/search/index-record.server.ts");
  const before = await readIndexRecord();
  const id = await say(["zine", "clinic"]);
  expect(await ensureIndex()).toBe("ok");
  expect(named(await ways["as it is typed"]("zine"))).toEqual(["acronym"]);
  const after = await readIndexRecord();
  expect(after.epoch).toBe(before.epoch);
  expect(after.synonymsVersion).not.toBe(before.synonymsVersion);
  await removeWords({ actorId: editor.id, id, version: 1 });
  forgetDialect();
  await ensureIndex();
  expect(named(await ways["as it is typed"]("zine"))).toEqual([]);
  expect((await readIndexRecord()).synonymsVersion).toBe(before.synonymsVersion);
});

test("a word being built into the library lends no spelling that only restricted insights have", async () => {
  await put("private", "Only I digitize", { sent: { visibility: "me" } });
  await indexUnconfirmed();
  forgetDialect();
  expect((await read("digitise")).meanings).toEqual([]);
});
