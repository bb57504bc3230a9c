import { and, inArray, ne, sql } from "drizzle-orm";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { corroborate } from "#app/insights/corroborate.server.ts";
import { withdrawInsight } from "#app/insights/withdraw-insight.server.ts";
import type { Person } from "#app/people/person.ts";
import { findNewInsights } from "#app/search/find-new-insights.server.ts";
import { listSavedMatches } from "#app/search/list-saved-matches.server.ts";
import { wholeVector } from "#app/search/match-unconfirmed.server.ts";
import { nearEnough } from "#app/search/near-enough.ts";
import { queryWords } from "#app/search/query-words.ts";
import { requestInSql } from "#app/search/request-in-sql.server.ts";
import { saveSearch } from "#app/search/save-search.server.ts";
import { savedRequest } from "#app/search/saved-search.ts";
import { searchAddress } from "#app/search/search-request.ts";
import { findTags } from "#app/vocabulary/coin-tags.server.ts";
import { mergeTags } from "#app/vocabulary/merge-tags.server.ts";
import { db } from "#db/client.server.ts";
import { insights } from "#db/schema/insights.server.ts";
import { savedSearches } from "#db/schema/saved-searches.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { aDepartment, anInsight, aPerson } from "#tests/support/factories.ts";
import { aSeed } from "#tests/text/a-seed.ts";

useDatabase();

const seed = aSeed();
const words = ["zebra", "harbours", "mongoose", "quilting"];
const tags = ["rdm", "open-access", "ref"];
const kinds = ["need", "win", "problem"] as const;
const channels = ["coffee", "corridor", "board-of-study"];
const days = ["2026-09-30", "2026-10-15", "2026-11-17"];
const people: Person[] = [];
const departments: Awaited<ReturnType<typeof aDepartment>>[] = [];
const ids: string[] = [];

const some = <Value>(values: readonly Value[], most = 2) => fc.subarray([...values], { maxLength: most });

beforeAll(async () => {
  people.push(await aPerson({ name: "Mongoose Featherstone" }), await aPerson());
  people.push(await aPerson({ team: people[0]?.team }), await aPerson({ team: people[1]?.team }));
  for (let count = 0; count < 3; count += 1) departments.push(await aDepartment());
  const anyInsight = fc.record({
    person: fc.constantFrom(...people),
    body: some(words, 3).map((chosen) => `They said ${chosen.join(" ")} to us.`),
    departments: fc.subarray(departments, { minLength: 1, maxLength: 2 }),
    sent: fc.record({
      tags: some(tags),
      kind: fc.constantFrom(...kinds),
      channel: fc.constantFrom(...channels),
      visibility: fc.constantFrom("staff", "staff", "team", "me"),
      heardOn: fc.constantFrom(...days),
    }),
  });
  for (const [at, given] of fc.sample(anyInsight, { seed, numRuns: 60 }).entries()) {
    const { id, person } = await anInsight(given);
    ids.push(id);
    if (at % 9 === 0) await withdrawInsight({ person, id });
    const voice = { words: "", channel: "", heardOn: "2026-11-17" };
    if (at % 7 === 0) await corroborate({ person: people[at % people.length]!, id, voice });
  }
});

const anyRequest = () =>
  fc.record({
    q: some(words).map((chosen) => chosen.join(" ")),
    phrases: some(["said zebra", "mongoose"], 1),
    excluded: some(words, 1),
    departments: some(departments.map(({ slug }) => slug)),
    tags: some(tags),
    channels: some(channels),
    kinds: some(kinds),
    teams: some(people.map(({ team }) => team.slug)),
    people: some(people.map(({ handle }) => handle)),
    from: fc.option(fc.constantFrom(...days), { nil: undefined }),
    to: fc.option(fc.constantFrom(...days), { nil: undefined }),
    fresh: fc.constantFrom(undefined, "2026-11-28"),
    unread: fc.boolean(),
  });

/** What an ordinary search finds with all of its words, written the ordinary way: one statement for one search. */
async function shouldFind(person: Person, address: string): Promise<string[]> {
  const request = savedRequest(address);
  const { words: asked } = queryWords(request.q);
  const hasAll =
    asked.length > 0 ? sql`${wholeVector} @@ to_tsquery('english', ${asked.join(" & ")})` : sql`true`;
  const rows = await db
    .select({ id: insights.id })
    .from(insights)
    .where(
      and(
        inArray(insights.id, ids),
        ne(insights.authorId, person.id),
        requestInSql({ person, request }),
        hasAll,
      ),
    );
  return rows.map(({ id }) => id).sort();
}

test(`what is new, and whom it is told, is what the search itself finds (seed ${seed})`, async () => {
  let found = 0;
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...people), anyRequest(), async (person, request) => {
      const address = searchAddress(request);
      if (address === "/search") return;
      const expected = await shouldFind(person, address);
      found += expected.length;
      const news = await findNewInsights({ person, request: savedRequest(address), since: 0 });
      expect(news.fresh.count).toBe(expected.length);
      if (expected.length <= 20) expect(news.cards.map(({ id }) => id).sort()).toEqual(expected);
      await db.delete(savedSearches);
      await saveSearch({ personId: person.id, name: "n", address, tell: "at-once" });
      await db.update(savedSearches).set({ tellSince: new Date(0) });
      const matches = await listSavedMatches(ids);
      expect(matches.map(({ insightId }) => insightId).sort()).toEqual(expected);
      expect(new Set(matches.map(({ personId }) => personId))).toEqual(
        new Set(expected.length > 0 ? [person.id] : []),
      );
    }),
    { seed, numRuns: 120 },
  );
  expect(found).toBeGreaterThan(20);
});

const sentence =
  "They told us that the reading lists of the medical school are being moved to open textbooks before the autumn term";

test("a pasted sentence is matched by what comes near it, and its page says how near", async () => {
  const near = nearEnough(sentence);
  expect(near).toEqual({ of: 10, needed: 4 });
  expect(nearEnough("reading lists open textbooks medicine")).toBeUndefined();
  expect(nearEnough("they told us of the reading lists and a school that reads the lists")).toBeUndefined();
  const [owner, author] = [await aPerson(), await aPerson()];
  const address = `/search?q=${encodeURIComponent(sentence)}`;
  const { outcome } = await saveSearch({ personId: owner.id, name: "s", address, tell: "at-once" });
  expect(outcome).toBe("saved");
  const post = async (body: string) => (await anInsight({ person: author, body })).id;
  const told = await post("Medicine again: open textbooks wanted, and their school moves its reading there.");
  const aside = await post("The medical school asks for a quiet room.");
  const matches = await listSavedMatches([told, aside]);
  expect(matches.filter(({ personId }) => personId === owner.id).map(({ insightId }) => insightId)).toEqual([
    told,
  ]);
  const news = await findNewInsights({ person: owner, request: savedRequest(address), since: 0 });
  expect(news.cards.map(({ id }) => id)).toContain(told);
  expect(news.cards.map(({ id }) => id)).not.toContain(aside);
});

test("a tag saved by a synonym, or before it was merged, is what it is called today", async () => {
  const [owner, author, editor] = [await aPerson(), await aPerson(), await aPerson({ role: "editor" })];
  await anInsight({ person: author, sent: { tags: ["old-word", "new-word"] } });
  const address = "/search?tag=old-word";
  await saveSearch({ personId: owner.id, name: "t", address, tell: "at-once" });
  const meant = await findTags(["old-word", "new-word"]);
  const idOf = (name: string) => meant.get(name)?.id ?? "";
  await mergeTags({ actorId: editor.id, fromId: idOf("old-word"), intoId: idOf("new-word") });
  const { id } = await anInsight({ person: author, sent: { tags: ["new-word"] } });
  const matches = await listSavedMatches([id]);
  expect(matches.filter(({ personId }) => personId === owner.id)).toHaveLength(1);
});
