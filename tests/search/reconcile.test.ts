import { afterAll, beforeAll, expect, test } from "vitest";
import { useDatabase } from "#tests/support/database.ts";
import { runCommandLine } from "#tests/support/processes.ts";
import { useSearchIndex } from "#tests/support/search-engine.ts";

const database = useDatabase();
const engine = useSearchIndex(database);
const { closeSender } = await import("#app/events/sender.server.ts");
const { compareIndex } = await import("#app/search/compare-index.server.ts");
const { mainIndex, openEngine } = await import("#app/search/engine.server.ts");
const { ensureIndex } = await import("#app/search/ensure-index.server.ts");
const { indexUnconfirmed } = await import("#app/search/index-unconfirmed.server.ts");
const { checkInvariants } = await import("#db/check-invariants.server.ts");
const { aDepartment, anInsight, aPerson, found } = await import("./library.ts");

const insights = 300;
const ofEach = insights / 100;
let person: Awaited<ReturnType<typeof aPerson>>;
let ids: string[];

beforeAll(async () => {
  await ensureIndex();
  person = await aPerson();
  const departments = [await aDepartment()];
  const post = (number: number) => anInsight({ person, departments, body: `godwit counted ${number}` });
  ids = [];
  for (let at = 0; at < insights; at += 20)
    ids.push(...(await Promise.all(Array.from({ length: 20 }, (_, more) => post(at + more)))));
  await indexUnconfirmed();
});
afterAll(closeSender);

function reconcile() {
  const env = {
    DATABASE_URL: database.url,
    MEILISEARCH_URL: engine.url,
    MEILISEARCH_INDEX_PREFIX: engine.prefix,
    LOG_LEVEL: "silent",
  };
  return runCommandLine("reconcile", { env });
}

test("of a damaged index each lost, stale and ghostly document is found on demand and put right", async () => {
  const index = (await openEngine("index"))?.client.index<{ id: string }>(mainIndex());
  const [lost, stale] = [ids.slice(0, ofEach), ids.slice(ofEach, 2 * ofEach)];
  await index?.deleteDocuments(lost).waitTask({ timeout: 60_000 });
  await index
    ?.updateDocuments(stale.map((id) => ({ id, body: "something else", wanted: 0 })))
    .waitTask({ timeout: 60_000 });
  const ghosts = Array.from({ length: ofEach }, (_, at) => `01990000-0000-7000-8000-00000000000${at}`);
  const like = await index?.getDocument(ids.at(-1) ?? "");
  await index?.addDocuments(ghosts.map((id) => ({ ...like, id }))).waitTask({ timeout: 60_000 });
  const damaged = { missing: ofEach, stale: ofEach, ghosts: ofEach };
  expect(await compareIndex()).toEqual(damaged);
  expect((await found(person, { q: "godwit" })).total).not.toBe(insights);

  const repaired = await reconcile();
  expect(repaired, repaired.said).toMatchObject({ code: 0 });
  expect(repaired.out).toContain(`${ofEach} missing, ${ofEach} stale, ${ofEach} that should not be there`);
  expect(await compareIndex()).toEqual({ missing: 0, stale: 0, ghosts: 0 });
  expect(await found(person, { q: "godwit" })).toMatchObject({ total: insights, basic: false });
  expect((await reconcile()).out).toContain("holds what the database says");
  expect(await checkInvariants()).toEqual([]);
});
