import { beforeAll, expect, test, vi } from "vitest";
import { makeFeedKey } from "#app/people/make-feed-key.server.ts";
import { mintApiKey } from "#app/people/mint-api-key.server.ts";
import type { FacetCounts } from "#app/search/facet-counts.ts";
import { indexUnconfirmed } from "#app/search/index-unconfirmed.server.ts";
import { searchDatabase } from "#app/search/search-database.server.ts";
import { searchInsights } from "#app/search/search-insights.server.ts";
import { readSearch } from "#app/search/understand-request.server.ts";
import { useApp } from "#tests/support/app.ts";
import type { Client, Page } from "#tests/support/client.ts";
import { aPerson } from "#tests/support/factories.ts";
import { aSeed } from "../text/a-seed.ts";
import { type Cast, mayRead, plantCanaries } from "./canaries.ts";
import { longEnough } from "./hostile-input.ts";
import { each, hostileTexts, inAddress, narrowing, others } from "./search-walk.ts";

const app = useApp({ worker: false });
vi.setConfig({ testTimeout: longEnough });
const who = ["author", "mate", "assistant", "liaison", "editor", "admin"];
const seed = aSeed();
const { texts, said } = hostileTexts(seed);
const isLong = process.env.CORRIDOR_TEST_LONG !== undefined;

type Asker = {
  name: string;
  client: Client;
  api: (path: string) => Promise<Page>;
  feedKey: string;
  readable: Set<string>;
  forbidden: string[];
};
let cast: Cast;
const askers: Asker[] = [];

beforeAll(async () => {
  const { ensureIndex } = await import("#app/search/ensure-index.server.ts");
  await ensureIndex();
  cast = await plantCanaries();
  await indexUnconfirmed();
  for (const name of who) askers.push(await anAsker(name));
});

async function anAsker(name: string): Promise<Asker> {
  const person = cast.readers.get(name)!;
  const key = await mintApiKey({ email: `${person.handle}@library.example`, name: "a test" });
  const feed = await makeFeedKey({ personId: person.id, name: "a test", scope: "mine" });
  const api = async (path: string): Promise<Page> => {
    const headers = { authorization: `Bearer ${key}` };
    const answer = await fetch(`${app.origin}/api/v1/${path}`, { headers });
    return { status: answer.status, headers: answer.headers, text: await answer.text(), location: null };
  };
  const shown = cast.canaries.filter((canary) => mayRead(cast, name, canary));
  const hidden = cast.canaries.filter((canary) => !mayRead(cast, name, canary));
  return {
    name,
    client: await app.as(person),
    api,
    feedKey: feed.outcome === "made" ? feed.key : "",
    readable: new Set(shown.map(({ id }) => id)),
    forbidden: hidden.flatMap(({ id, word }) => [id, word]),
  };
}

/** No fault, and not a word or id that this person may not read. */
function expectSafe({ name, forbidden }: Asker, page: Page, address: string): void {
  expect.soft(page.status, `${name} ${address}`).toBeLessThan(500);
  const text = page.text.toLowerCase();
  for (const word of forbidden)
    expect.soft(text.includes(word), `${word} for ${name} on ${address}`).toBe(false);
}

/** Of answers that are lists: none but what this person may read, and no more than without what was added. */
function expectNoWider(
  asker: Asker,
  page: Page,
  { address, narrows }: { address: string; narrows: boolean },
): void {
  if (page.status !== 200) return;
  const { total, found, items } = JSON.parse(page.text);
  for (const { id } of found ?? items)
    expect.soft(asker.readable.has(id), `${asker.name} ${address}`).toBe(true);
  if (narrows) expect.soft(total, `${asker.name} ${address}`).toBeLessThanOrEqual(asker.readable.size);
}

type Step = { asker: Asker; text: string; parameter: string; turn: number };

/** One text in one parameter at every address there is; in the long run at the one that lists, and at another in turn. */
async function walk({ asker, text, parameter, turn }: Step): Promise<void> {
  const { client, api, feedKey } = asker;
  const value = inAddress(text);
  const narrows = (narrowing as readonly string[]).includes(parameter);
  const query = parameter === "q" ? `q=${value}` : `q=reading&${parameter}=${value}`;
  const cards = `/search/hits?${query}&as=cards`;
  const hits = await client.get(cards);
  expectSafe(asker, hits, cards);
  if (parameter !== "as") expectNoWider(asker, hits, { address: cards, narrows });
  const pages = [
    `/search?${query}`,
    `/search.data?${query}`,
    `/search/more?${query}`,
    `/search/hits?${query}`,
    `/search/names?${parameter}=${value}`,
    `/feeds/insights.atom?key=${feedKey}&${parameter}=${value}`,
  ].map((address) => async () => expectSafe(asker, await client.get(address), address));
  const calls = [
    async () => {
      const called = await api(`search?${query}`);
      expectSafe(asker, called, `api ${query}`);
      expectNoWider(asker, called, { address: `api ${query}`, narrows });
    },
    async () =>
      expectSafe(asker, await api(`insights?${parameter}=${value}`), `api list ${parameter}=${value}`),
  ];
  const all = [...pages, ...calls];
  for (const [at, look] of all.entries()) if (!isLong || turn % all.length === at) await look();
}

test(`no hostile string, in whatever parameter of a search, widens it or breaks it${said}`, async () => {
  const parameters = [...narrowing, ...others];
  await each(texts, async (text, at) => {
    const asked = isLong ? parameters : [parameters[(at + seed) % parameters.length] ?? "q"];
    for (const [turn, parameter] of asked.entries()) {
      const asker = askers[(at + turn) % askers.length];
      if (asker) await walk({ asker, text, parameter, turn: at + turn });
    }
  });
});

test(`nor does one in the box of the palette, as a word or behind a sign${said}`, async () => {
  const signs = ["", "by:", "in:", "tag:", "channel:", "before:", "after:", "is:", "-", '"'];
  await each(texts, async (text, at) => {
    const asker = askers[at % askers.length];
    if (!asker) return;
    const value = inAddress(`${signs[at % signs.length]}${text}`);
    for (const address of [`/search/names?q=${value}`, `/search/hits?q=reading%20${value}`])
      expectSafe(asker, await asker.client.get(address), address);
  });
});

test("every way to ask for a canary tells its readers of it, and nobody else, files included", async () => {
  await each(askers, async (asker) => {
    for (const { id, word, department } of cast.canaries) {
      const ways = [
        `q=${word}`,
        `phrase=${word} heard`,
        `q=reading&phrase=${word}`,
        `q=reading&in=${department.slug}`,
        `q=reading&tag=${word}-chosen`,
        `q=reading&words=in:${department.slug} by:${cast.author.handle}`,
      ].map((way) => way.replaceAll(" ", "%20"));
      for (const way of ways) {
        const page = await asker.client.get(`/search/hits?${way}&as=cards`);
        expect.soft(JSON.parse(page.text).total, `${asker.name} ${way}`).toBe(asker.readable.has(id) ? 1 : 0);
      }
      const without = await asker.client.get(`/search/hits?q=reading&without=${word}&as=cards`);
      const left = asker.readable.size - (asker.readable.has(id) ? 1 : 0);
      expect.soft(JSON.parse(without.text).total, `${asker.name} without ${word}`).toBe(left);
      for (const address of [`/search/names?q=${word}`, `/search/names?q=${word.slice(0, 7)}`]) {
        const { text } = await asker.client.get(address);
        for (const other of asker.forbidden)
          expect.soft(text, `${asker.name} ${address}`).not.toContain(other);
      }
    }
  });
});

test("a file of a search holds what its reader may read, whatever was asked", async () => {
  for (const { name, forbidden } of askers) {
    const person = cast.readers.get(name)!;
    // Ten files an hour may be taken out by each: another pair of eyes of the same team asks the rest.
    const client = await app.as(await aPerson({ team: person.team, role: person.role }));
    const shared = forbidden.filter(
      (word) => !cast.canaries.some((one) => one.state === "me" && one.id === word),
    );
    const asked = [
      "q=reading",
      "phrase=reading%20rooms",
      "without=zebrafinchstaff",
      ...texts.slice(0, 6).map((text) => `q=reading&in=${inAddress(text)}`),
    ];
    for (const query of asked) {
      const { status, text } = await client.post(`/search/insights.csv?${query}`, {});
      expect.soft(status, query).toBeLessThan(500);
      for (const word of shared)
        expect.soft(text.includes(word), `${word} for ${name} by ${query}`).toBe(false);
    }
  }
});

test("what the engine counts for a filter is what PostgreSQL counts, for everybody and by every sign", async () => {
  const { department } = cast.canaries[1]!;
  const queries = [
    "q=reading",
    "q=reading&phrase=reading rooms",
    "q=reading&without=nightjarteam",
    `q=reading&in=${department.slug}`,
    `q=reading&by=${cast.author.handle}`,
    "q=reading&tag=zebrafinchstaff-chosen",
    "q=reading&channel=visit&kind=need",
    `q=reading&team=${cast.author.team.slug}`,
    "q=reading&since=2020-01-01",
    "",
  ];
  for (const [name, person] of cast.readers) {
    for (const query of queries) {
      const request = await readSearch({ person, parameters: new URLSearchParams(query) });
      const [engine, tables] = await Promise.all([
        searchInsights({ person, request, facets: true }),
        searchDatabase({ person, request, facets: true }),
      ]);
      const label = `${name} ${query}`;
      expect.soft([engine.basic, engine.total], label).toEqual([false, tables.total]);
      expect.soft(asMaps(engine.facets), label).toEqual(asMaps(tables.facets));
    }
  }
});

function asMaps(counts: FacetCounts | undefined): Map<string, Map<string, number>> {
  return new Map(
    Object.entries(counts ?? {}).map(([name, values]) => [
      name,
      new Map(values.map(({ value, count }) => [value, count])),
    ]),
  );
}
