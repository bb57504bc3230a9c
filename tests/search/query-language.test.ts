import { beforeAll, expect, test } from "vitest";
import { corroborate } from "#app/insights/corroborate.server.ts";
import { markInsightsRead } from "#app/insights/mark-insights-read.server.ts";
import type { Person } from "#app/people/person.ts";
import { ensureIndex } from "#app/search/ensure-index.server.ts";
import { indexUnconfirmed } from "#app/search/index-unconfirmed.server.ts";
import { searchDatabase } from "#app/search/search-database.server.ts";
import { searchInsights } from "#app/search/search-insights.server.ts";
import type { SearchRequest } from "#app/search/search-request.ts";
import { readSearch } from "#app/search/understand-request.server.ts";
import { markIssueRead } from "#app/weekly/mark-issue-read.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { aDepartment, anInsight, aPerson } from "#tests/support/factories.ts";
import { useSearchIndex } from "#tests/support/search-engine.ts";

const database = useDatabase();
useSearchIndex(database);

let priya: Person;
let reader: Person;
const ids = new Map<string, string>();
const nameOf = new Map<string, string>();

beforeAll(async () => {
  await ensureIndex();
  priya = await aPerson({ name: "Priya Shah", handle: "priya" });
  const sam = await aPerson({ name: "Sam Okafor", handle: "sam-okafor" });
  reader = await aPerson({ name: "Sam Reader", handle: "sam-reader" });
  const informatics = await aDepartment({
    name: "School of Informatics",
    slug: "informatics",
    nicknames: ["Comp Sci"],
  });
  const law = await aDepartment({ name: "Law School", slug: "law" });
  const put = async (name: string, given: Parameters<typeof anInsight>[0]) => {
    const { id } = await anInsight(given);
    ids.set(name, id);
    nameOf.set(id, name);
  };
  const at = (day: string, more: object = {}) => ({ sent: { heardOn: day, ...more } });
  await put("list", {
    person: priya,
    departments: [informatics],
    body: "Their reading list is late",
    ...at("2026-10-05"),
  });
  await put("listing", {
    person: sam,
    departments: [law],
    body: "A list of things for reading",
    ...at("2026-10-20"),
  });
  await put("printer", {
    person: sam,
    departments: [informatics],
    body: "The reading list printer jams",
    ...at("2026-11-10", { kind: "problem", channel: "coffee", tags: ["rdm"] }),
  });
  await put("own", {
    person: reader,
    departments: [law],
    body: "Reading rooms are full",
    ...at("2026-11-10"),
  });
  await put("kept", {
    person: priya,
    departments: [law],
    body: "A reading list for me",
    ...at("2026-11-11", { visibility: "me" }),
  });
});

const asked = (q: string, more: Record<string, string> = {}) =>
  readSearch({ person: reader, parameters: new URLSearchParams({ q, ...more }) });

async function foundBy(request: SearchRequest): Promise<string[]> {
  const { hits, total } = await searchInsights({ person: reader, request });
  expect(total).toBe(hits.length);
  return hits.map(({ id }) => nameOf.get(id) ?? id).sort();
}

const questions: [q: string, found: string[]][] = [
  ['"reading list"', ["list", "printer"]],
  ['"reading list" -printer', ["list"]],
  ["reading -list", ["own"]],
  ['reading -"reading list"', ["listing", "own"]],
  ["-reading", []],
  ["-printer", ["list", "listing", "own"]],
  ['"list reading"', []],
  ["by:priya", ["list"]],
  ["by:sam reading", ["listing", "own", "printer"]],
  ["by:me", ["own"]],
  ['by:"priya shah" in:"comp sci"', ["list"]],
  ["in:informatics", ["list", "printer"]],
  ["in:informatics in:law -printer", ["list", "listing", "own"]],
  ["in:nowhere reading", []],
  ["by:nobody reading", []],
  ["tag:rdm", ["printer"]],
  ["tag:nothing", []],
  ["channel:coffee reading kind:problem", ["printer"]],
  ["kind:rumour reading", []],
  ["before:2026-11", ["list", "listing"]],
  ["since:2026-10-20 until:2026-10", ["listing"]],
  ["after:2026-10 reading", ["own", "printer"]],
  ["before:soon", []],
  ["reading since 2020", ["list", "listing", "own", "printer"]],
  ["what have we heard since 2020?", ["list", "listing", "own", "printer"]],
  ["printer until 2020", []],
  ["reading in 2020", []],
  ["is:nonsense reading", []],
];

test.each(questions)("not in the index yet, %s finds what is meant", async (q, expected) => {
  const { hits, total, basic } = await searchInsights({ person: reader, request: await asked(q) });
  expect(basic).toBe(false);
  expect(hits.map(({ id }) => nameOf.get(id)).sort()).toEqual(expected);
  expect(total).toBe(expected.length);
});

test("then all of it is indexed", async () => {
  await indexUnconfirmed();
});

test.each(questions)("%s finds what is meant", async (q, expected) => {
  const request = await asked(q);
  expect(await foundBy(request)).toEqual(expected);
  if (request.problems.length > 0) return;
  const basic = await searchDatabase({ person: reader, request, facets: true });
  expect(basic.hits.map(({ id }) => nameOf.get(id)).sort(), "in the database").toEqual(expected);
});

test("counts beside a phrase and a word left out are of what they leave", async () => {
  const request = await asked('"reading list" -printer');
  const { facets } = await searchInsights({ person: reader, request, facets: true });
  expect(facets?.department).toEqual([{ value: "informatics", count: 1 }]);
});

test("what one has not read yet, and no more once one has", async () => {
  expect(await foundBy(await asked("is:unread"))).toEqual(["list", "listing", "printer"]);
  await markInsightsRead({ person: reader, ids: [ids.get("list")!, ids.get("kept")!] });
  await markInsightsRead({ person: reader, ids: [ids.get("list")!] });
  expect(await foundBy(await asked("", { unread: "1" }))).toEqual(["listing", "printer"]);
  await corroborate({ person: reader, id: ids.get("printer")! });
  expect(await foundBy(await asked("reading", { unread: "1" }))).toEqual(["listing"]);
  await markIssueRead({ person: reader, monday: "2026-10-19", upTo: 1_000_000 });
  expect(await foundBy(await asked("is:unread"))).toEqual([]);
  const { hits } = await searchInsights({ person: priya, request: await asked("is:unread") });
  expect(hits.map(({ id }) => nameOf.get(id)).sort()).toEqual(["listing", "own", "printer"]);
});

test("a phrase is marked where it stands", async () => {
  const { hits } = await searchInsights({ person: reader, request: await asked('"reading list" late') });
  expect(hits[0]?.excerpt).toMatch(/\uE000late\uE001/u);
  expect(hits[0]?.excerpt).toMatch(/\uE000reading/u);
});
