import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { useOwnEngine } from "#tests/search/own-engine.ts";
import { useDatabase } from "#tests/support/database.ts";

const database = useDatabase();
const engine = await useOwnEngine(database);
const { closeSender } = await import("#app/events/sender.server.ts");
const { mainIndex, openEngine } = await import("#app/search/engine.server.ts");
const { indexSettings } = await import("#app/search/index-settings.server.ts");
const { indexUnconfirmed } = await import("#app/search/index-unconfirmed.server.ts");
const { reconcileIndex } = await import("#app/search/reconcile-index.server.ts");
const { searchState } = await import("#app/search/search-state.server.ts");
const { startWorker } = await import("#app/worker.server.ts");
const { aPlacedInsight, aPerson, changeInsight, found } = await import("#tests/search/library.ts");
const { checkInvariants } = await import("#db/check-invariants.server.ts");

const recovery = { timeout: 60_000, interval: 20 };
let worker: Awaited<ReturnType<typeof startWorker>>;
let author: Awaited<ReturnType<typeof aPerson>>;
let other: Awaited<ReturnType<typeof aPerson>>;
let secretId: string;

beforeAll(async () => {
  worker = await startWorker();
  [author, other] = [await aPerson(), await aPerson()];
  for (let number = 0; number < 40; number++)
    await aPlacedInsight({ person: author, body: `puffin ${number}` });
  secretId = await aPlacedInsight({ person: author, body: "puffin canary", visibility: "me" });
  await vi.waitFor(async () => {
    expect(await found(author, { q: "puffin" })).toMatchObject({ total: 41, basic: false });
  }, recovery);
});
afterEach(async () => expect(await checkInvariants()).toEqual([]));
afterAll(async () => {
  await worker.stop();
  await closeSender();
});

/** Until search is whole again every answer is right, basic or not, and never shows the other what is not theirs. */
async function expectRightAnswersUntilWhole(): Promise<Set<string>> {
  const reasons = new Set<string>();
  await vi.waitFor(async () => {
    const [own, others] = [await found(author, { q: "puffin" }), await found(other, { q: "puffin" })];
    expect.soft(own.total).toBe(41);
    expect.soft(others.total).toBe(40);
    expect.soft(await found(other, { q: "canary" })).toMatchObject({ ids: [], total: 0 });
    if (own.reason) reasons.add(own.reason);
    expect(own.basic).toBe(false);
    expect(await searchState()).toBe("ok");
  }, recovery);
  return reasons;
}

async function heldCount(): Promise<number> {
  const client = (await openEngine("index"))?.client;
  return (await client?.index(mainIndex()).getStats())?.numberOfDocuments ?? -1;
}

test("restarted without its data it is rebuilt, settings first, and no answer is wrong meanwhile", async () => {
  await engine.kill();
  engine.empty();
  await engine.start();
  const reasons = await expectRightAnswersUntilWhole();
  expect([...reasons]).toContain("rebuilding");
  expect(await heldCount()).toBe(41);
  const settings = await (await openEngine("index"))?.client.index(mainIndex()).getSettings();
  expect(settings?.searchableAttributes).toEqual(indexSettings.searchableAttributes);
  expect(settings?.typoTolerance).toMatchObject(indexSettings.typoTolerance ?? {});
}, 120_000);

test("restarted with another master key, search says that its key is refused until new ones are minted", async () => {
  await engine.kill();
  await engine.start({ masterKey: "quite-another-master-key", mint: false });
  await vi.waitFor(async () => {
    const refused = await found(author, { q: "puffin" });
    expect.soft(refused).toMatchObject({ total: 41, basic: true });
    expect(refused.reason).toBe("key-refused");
    expect(await searchState()).toBe("key-refused");
  }, recovery);
  await engine.mint();
  await expectRightAnswersUntilWhole();
}, 120_000);

test("a change of visibility made while the engine is down is obeyed before, during and after", async () => {
  await changeInsight(secretId, { visibility: "staff" });
  await vi.waitFor(async () => expect((await found(other, { q: "canary" })).total).toBe(1), recovery);
  await engine.kill();
  await changeInsight(secretId, { visibility: "me" });
  expect(await found(other, { q: "canary" })).toMatchObject({ ids: [], total: 0 });
  await engine.start({ mint: false });
  await expectRightAnswersUntilWhole();
}, 120_000);

test("lost, stale and ghostly documents are found by comparing and repaired", async () => {
  // It would compare by itself, soon after the engine's troubles above.
  await worker.stop();
  await indexUnconfirmed();
  const index = (await openEngine("index"))?.client.index<{ id: string }>(mainIndex());
  const { results } = (await index?.getDocuments({ limit: 10, fields: ["id"] })) ?? { results: [] };
  const ids = results.map(({ id }) => id);
  await index?.deleteDocuments(ids.slice(0, 3)).waitTask(recovery);
  await index
    ?.updateDocuments(ids.slice(3, 5).map((id) => ({ id, body: "stale", wanted: 0 })))
    .waitTask(recovery);
  const ghost = { ...(await index?.getDocument(ids[6] ?? "")), id: "01990000-0000-7000-8000-000000000000" };
  await index?.addDocuments([ghost]).waitTask(recovery);

  expect(await reconcileIndex()).toEqual({ missing: 3, stale: 2, ghosts: 1 });
  expect(await reconcileIndex()).toEqual({ missing: 0, stale: 0, ghosts: 0 });
  expect(await heldCount()).toBe(41);
  const search = () => found(author, { q: "puffin" });
  await vi.waitFor(async () => expect(await search()).toMatchObject({ total: 41, basic: false }), recovery);
}, 120_000);
