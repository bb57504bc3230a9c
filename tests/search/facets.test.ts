import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { useDatabase } from "#tests/support/database.ts";
import { useSearchIndex } from "#tests/support/search-engine.ts";
import { aSeed } from "#tests/text/a-seed.ts";
import {
  allWords,
  anyWord,
  firstWord,
  type Row,
  readLibrary,
  shouldCount,
  shouldFind,
} from "./facet-oracle.ts";

const database = useDatabase();
useSearchIndex(database);
const { closeSender } = await import("#app/events/sender.server.ts");
const { hideInsight } = await import("#app/insights/hide-insight.server.ts");
const { withdrawInsight } = await import("#app/insights/withdraw-insight.server.ts");
const { ensureIndex } = await import("#app/search/ensure-index.server.ts");
const { indexUnconfirmed } = await import("#app/search/index-unconfirmed.server.ts");
const { searchDatabase } = await import("#app/search/search-database.server.ts");
const { searchInsights } = await import("#app/search/search-insights.server.ts");
const { parseSearchRequest } = await import("#app/search/search-request.ts");
const { aDepartment, anInsight, aPerson, changeInsight } = await import("./library.ts");

type Author = Awaited<ReturnType<typeof aPerson>>;
type Answer = Awaited<ReturnType<typeof searchInsights>>;
type Request = ReturnType<typeof parseSearchRequest>;
const words = ["zebra", "harbour", "mongoose", "quilt"];
const tags = ["rdm", "open-access", "constructor", "ref"];
const kinds = ["need", "win", "problem"] as const;
const channels = ["coffee", "corridor", "board-of-study"];
const days = ["2026-09-30", "2026-10-15", "2026-11-17"];
const people: Author[] = [];
const departments: Awaited<ReturnType<typeof aDepartment>>[] = [];

beforeAll(async () => {
  await ensureIndex();
  people.push(await aPerson(), await aPerson());
  people.push(await aPerson({ team: people[0]?.team }), await aPerson({ team: people[1]?.team }));
  for (let count = 0; count < 4; count++) departments.push(await aDepartment());
});
afterAll(closeSender);

const some = <Value>(values: readonly Value[], most = 2) => fc.subarray([...values], { maxLength: most });

const anyInsight = () =>
  fc.record({
    person: fc.constantFrom(...people),
    body: some(words, 3).map((chosen) => `They said ${chosen.join(" ")}.`),
    departments: some(departments, 3),
    tags: some(tags, 3),
    kind: fc.constantFrom(...kinds),
    channel: fc.constantFrom(...channels),
    visibility: fc.constantFrom("staff" as const, "staff" as const, "team" as const, "me" as const),
    heardOn: fc.constantFrom(...days),
    fate: fc.constantFrom("kept", "kept", "kept", "withdrawn", "hidden", "made-private", "retold"),
  });

const anyRequest = () =>
  fc.record({
    reader: fc.constantFrom(...people),
    q: some(words, 2).map((chosen) => chosen.join(" ")),
    departments: some(departments.map(({ slug }) => slug)),
    tags: some(tags),
    channels: some(channels),
    kinds: some(kinds),
    teams: some([people[0]?.team.slug ?? "", people[1]?.team.slug ?? ""]),
    from: fc.constantFrom(undefined, undefined, "2026-10-15"),
    to: fc.constantFrom(undefined, undefined, "2026-10-31"),
    fresh: fc.constantFrom(undefined, undefined, "2027-10-01"),
    sort: fc.constantFrom("relevance" as const, "newest" as const),
  });

const seed = aSeed();
test(`counts are those of the tables, whatever is indexed, hidden or restricted (seed ${seed})`, async () => {
  const insights = fc.sample(anyInsight(), { seed, numRuns: 60 });
  for (const [at, { fate, ...given }] of insights.entries()) {
    const id = await anInsight(given);
    if (at === 40) await indexUnconfirmed();
    if (fate === "withdrawn") await withdrawInsight({ person: given.person, id });
    if (fate === "hidden") await hideInsight({ person: given.person, id, reason: "for this test" });
    if (fate === "made-private") await changeInsight(id, { visibility: "me" });
    if (fate === "retold") await changeInsight(id, { kind: "win", plainText: "zebra", searchText: "zebra" });
  }
  const requests = fc.sample(anyRequest(), { seed, numRuns: 60 });
  for (const state of ["some unconfirmed", "all indexed"]) {
    const rows = await readLibrary();
    for (const { reader, ...asked } of requests) {
      const request = { ...parseSearchRequest(new URLSearchParams()), ...asked };
      await expectTrueCounts({ rows, person: reader, request, label: `${state} ${JSON.stringify(request)}` });
    }
    await indexUnconfirmed();
  }
});

type Asked = { rows: Row[]; person: Author; request: Request; label: string };

async function expectTrueCounts({ rows, person, request, label }: Asked): Promise<void> {
  const strict = { rows, person, request, matching: allWords };
  const isStrict = request.sort === "newest" && request.q !== "" && shouldFind(strict).length > 0;
  const first = { ...strict, matching: firstWord };
  // Several words are ranked by us, and then those with any of them are found; so are they where nothing has the first.
  const widened = { ...strict, matching: request.q.includes(" ") ? anyWord : firstWord };
  const isRanked = request.sort === "relevance" && request.q.includes(" ");
  const asked = isStrict ? strict : !isRanked && shouldFind(first).length > 0 ? first : widened;
  const answer = await searchInsights({ person, request, facets: true });
  expect.soft([answer.total, answer.basic], label).toEqual([shouldFind(asked).length, false]);
  expect.soft(asMaps(answer.facets), label).toEqual(shouldCount(asked));

  const basic = await searchDatabase({ person, request, facets: true });
  const any = { ...strict, matching: anyWord };
  expect.soft(basic.total, `database ${label}`).toBe(shouldFind(any).length);
  expect.soft(asMaps(basic.facets), `database ${label}`).toEqual(shouldCount(any));
}

function asMaps(counts: Answer["facets"]): Map<string, Map<string, number>> {
  return new Map(
    Object.entries(counts ?? {}).map(([name, values]) => [
      name,
      new Map(values.map(({ value, count }) => [value, count])),
    ]),
  );
}

test("facets are counted only when asked for", async () => {
  const [person] = people;
  if (!person) throw new Error("nobody is there");
  const request = parseSearchRequest(new URLSearchParams());
  expect((await searchInsights({ person, request })).facets).toBeUndefined();
  const nothing = parseSearchRequest(new URLSearchParams("kind=unheard-of"));
  const { facets } = await searchInsights({ person, request: nothing, facets: true });
  expect(Object.values(facets ?? {}).flat()).toEqual([]);
});
