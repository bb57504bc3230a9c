import { afterAll, beforeAll, expect, test } from "vitest";
import { useDatabase } from "#tests/support/database.ts";
import { useSearchIndex } from "#tests/support/search-engine.ts";
import { judgedQueries } from "./judged-queries.ts";

const database = useDatabase();
const engine = useSearchIndex(database);
const { closeSender } = await import("#app/events/sender.server.ts");
const { listBodies } = await import("#app/insights/list-bodies.server.ts");
const { ensureIndex } = await import("#app/search/ensure-index.server.ts");
const { forgetDialect } = await import("#app/search/find-dialect.server.ts");
const { indexUnconfirmed } = await import("#app/search/index-unconfirmed.server.ts");
const { readSearch } = await import("#app/search/understand-request.server.ts");
const { fillDemonstration } = await import("#scripts/bench/demo-collection.ts");
const { measureQuality } = await import("#scripts/bench/measure-quality.ts");
const { allWays } = await import("#scripts/bench/ways-of-answering.ts");
const { found } = await import("./library.ts");

const looksAt = 5;
let demonstration: Awaited<ReturnType<typeof fillDemonstration>>;

beforeAll(async () => {
  demonstration = await fillDemonstration();
  await ensureIndex();
  await indexUnconfirmed();
  // The library's words are known once they are indexed.
  forgetDialect();
}, 240_000);
afterAll(closeSender);

test.each(judgedQueries)("%s", async (query, answer) => {
  const { person } = demonstration;
  const request = await readSearch({ person, parameters: new URLSearchParams({ q: query }) });
  const { ids, basic } = await found(person, request);
  const first = ids.slice(0, looksAt);
  const bodies = await listBodies(first);
  expect(basic).toBe(false);
  expect(first.map((id) => bodies.get(id) ?? "").join("\n---\n")).toMatch(answer);
});

test("the judged set is answered better than by the engine as it comes and by the database", async () => {
  const { person, questions } = demonstration;
  expect(questions.length).toBeGreaterThanOrEqual(60);
  const ways = await allWays(person, engine);
  const rows = await measureQuality({ collection: "demonstration", questions, ways });
  const ndcg = (way: string): number => rows.find((row) => row.way === way)?.ndcg ?? 0;
  expect(ndcg("Corridor")).toBeGreaterThanOrEqual(0.9);
  expect(ndcg("Corridor")).toBeGreaterThan(ndcg("Meilisearch as it comes"));
  expect(ndcg("Corridor")).toBeGreaterThan(ndcg("PostgreSQL websearch, ts_rank_cd"));
});
