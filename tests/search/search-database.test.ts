import { afterAll, beforeAll, expect, test } from "vitest";
import { useDatabase } from "#tests/support/database.ts";

process.env.MEILISEARCH = "off";
useDatabase();
const { closeSender } = await import("#app/events/sender.server.ts");
const { wordDistance } = await import("#app/search/word-distance.ts");
const { hideInsight } = await import("#app/insights/hide-insight.server.ts");
const { withdrawInsight } = await import("#app/insights/withdraw-insight.server.ts");
const { readWantedDocuments } = await import("#app/search/insight-document.server.ts");
const { searchState } = await import("#app/search/search-state.server.ts");
const { learnWords } = await import("#app/search/search-words.server.ts");
const { aDepartment, anInsight, aPerson, found } = await import("./library.ts");

let reader: Awaited<ReturnType<typeof aPerson>>;
const ids: Record<string, string> = {};

beforeAll(async () => {
  const person = await aPerson();
  reader = await aPerson();
  const informatics = await aDepartment({ name: "Informatics", nicknames: ["Comp Sci"] });
  for (const [name, body] of Object.entries({
    list: "Reading lists for the new module arrive late again",
    lists: "Lists: reading lists, more reading lists",
    cafe: "They met at the Café Zürich and liked it",
    it: "IT will replace the printers",
    rdm: "Wants help with RDM before the REF",
    equipment: "The seminar room lacks equipment",
  })) {
    ids[name] = await anInsight({ person, body });
  }
  ids.nickname = await anInsight({
    person,
    body: "More GPU hours",
    departments: [informatics],
    tags: ["high-performance"],
  });
  ids.committee = await anInsight({
    person: await aPerson({ name: "Siân Okonjo" }),
    body: "Quiet today",
    channel: "library-committee",
    heardOn: "2026-03-09",
  });
  ids.hidden = await anInsight({ person, body: "Equipment zanzibar", visibility: "me" });
  await learnWords(await readWantedDocuments(Object.values(ids)));
});
afterAll(closeSender);

async function foundNames(q: string): Promise<string[]> {
  const answer = await found(reader, { q });
  expect(answer).toMatchObject({ basic: true, reason: "off", total: answer.ids.length });
  return answer.ids.map((id) => Object.keys(ids).find((name) => ids[name] === id) ?? id);
}

test("without an engine search is off, and PostgreSQL answers", async () => {
  expect(await searchState()).toBe("off");
});

test("a channel, a month and a year together put first what was heard so", async () => {
  expect((await foundNames("library committee in March 2026"))[0]).toBe("committee");
});

test.each([
  ["equipment", ["equipment"]],
  // As in the engine: by who posted it, how it was heard, and when.
  ["committees", ["committee"]],
  ["sian okonjo", ["committee"]],
  ["march", ["committee"]],
  ["equip", ["equipment"]],
  ["equipmnet", ["equipment"]],
  ["informatcs", ["nickname"]],
  ["cafe zurich", ["cafe"]],
  ["CAFÉ", ["cafe"]],
  ["comp sci", ["nickname"]],
  ["performance", ["nickname"]],
  ["rdm", ["rdm"]],
  ["REF", ["rdm"]],
  ["IT", ["it", "cafe"]],
  ["module reading list", ["list", "lists"]],
  ["zanzibar", []],
  ["zanzibra", []],
  ["!!!", []],
  ["nothing of the kind here at all", []],
] as const)("%s", async (q, names) => {
  expect((await foundNames(q)).toSorted()).toEqual(names.toSorted());
});

test("the insight with more of the words comes first", async () => {
  expect((await foundNames("module reading list"))[0]).toBe("list");
});

test("without words all that may be read comes, newest first, by pages", async () => {
  const all = await found(reader, {});
  expect(all.ids).toEqual(
    Object.values(ids)
      .filter((id) => id !== ids.hidden)
      .toReversed(),
  );
  expect(await found(reader, { page: 2 })).toMatchObject({ ids: [], total: all.total });
});

test("a slip is one letter changed, added, left out or swapped", () => {
  for (const [one, other, steps] of [
    ["reading", "reading", 0],
    ["raeding", "reading", 1],
    ["readng", "reading", 1],
    ["readimg", "reading", 1],
    ["readding", "reading", 1],
    ["leading", "reads", 4],
  ] as const) {
    expect.soft(wordDistance(one, other), `${one} ${other}`).toBe(steps);
  }
});

test("a word whose only insight is withdrawn or hidden corrects nothing, and hides no correction", async () => {
  const author = await aPerson();
  const withdrawn = await anInsight({ person: author, body: "The marimba is on loan" });
  const hidden = await anInsight({ person: author, body: "The spectrograph is on loan" });
  const near = await anInsight({ person: author, body: "The marimbo is on loan" });
  await learnWords(await readWantedDocuments([withdrawn, hidden, near]));
  const ask = async (q: string): Promise<string[]> => (await found(reader, { q })).ids;
  expect(await Promise.all(["marimba", "spectrogaph"].map(ask))).toEqual([[withdrawn], [hidden]]);
  await withdrawInsight({ person: author, id: withdrawn });
  await hideInsight({ person: author, id: hidden, reason: "a test" });
  expect(await Promise.all(["marimba", "spectrogaph"].map(ask))).toEqual([[near], []]);
});
