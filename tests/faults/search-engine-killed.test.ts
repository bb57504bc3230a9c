import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { useOwnEngine } from "#tests/search/own-engine.ts";
import { useDatabase } from "#tests/support/database.ts";
import { ownTime } from "#tests/support/own-time.ts";

const database = useDatabase();
const engine = await useOwnEngine(database);
const { closeSender } = await import("#app/events/sender.server.ts");
const { reconcileIndex } = await import("#app/search/reconcile-index.server.ts");
const { searchState } = await import("#app/search/search-state.server.ts");
const { startWorker } = await import("#app/worker.server.ts");
const { aPlacedInsight, aPerson, found, isConfirmed } = await import("#tests/search/library.ts");
const { checkInvariants } = await import("#db/check-invariants.server.ts");

let worker: Awaited<ReturnType<typeof startWorker>>;
let person: Awaited<ReturnType<typeof aPerson>>;
const recovery = { timeout: 60_000, interval: 100 };

beforeAll(async () => {
  person = await aPerson();
  worker = await startWorker();
  await vi.waitFor(async () => expect(await searchState()).toBe("ok"), recovery);
});
afterEach(async () => expect(await checkInvariants()).toEqual([]));
afterAll(async () => {
  await worker.stop();
  await closeSender();
});

test("the engine is killed: posting works, search answers from the database, and all is found once it is back", async () => {
  await engine.kill();
  const ids = new Set<string>();
  for (let number = 0; number < 50; number++) {
    ids.add(await aPlacedInsight({ person, body: `flamingo number ${number}` }));
    const took = await ownTime(async () => {
      const answer = await found(person, { q: "flamingo" });
      expect(answer).toMatchObject({ total: number + 1, basic: true, reason: "down" });
    });
    expect(took).toBeLessThan(1_500);
  }
  expect(await searchState()).toBe("down");

  await engine.start({ mint: false });
  await vi.waitFor(async () => {
    expect(await found(person, { q: "flamingo" })).toMatchObject({ total: 50, basic: false });
    for (const id of ids) expect(await isConfirmed(id)).toBe(true);
  }, recovery);
}, 120_000);

test("killed again and again while indexing, it ends up holding all that was confirmed", async () => {
  const ids: string[] = [];
  for (let round = 0; round < 4; round++) {
    const posting = (async () => {
      for (let number = 0; number < 15; number++) {
        ids.push(await aPlacedInsight({ person, body: `pelican ${round} ${number}` }));
      }
    })();
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 150));
    await engine.kill();
    await posting;
    await engine.start({ mint: false });
  }
  await vi.waitFor(async () => {
    for (const id of ids) expect(await isConfirmed(id)).toBe(true);
    expect(await found(person, { q: "pelican" })).toMatchObject({ total: 60, basic: false });
  }, recovery);
  expect(await reconcileIndex()).toEqual({ missing: 0, stale: 0, ghosts: 0 });
}, 120_000);
