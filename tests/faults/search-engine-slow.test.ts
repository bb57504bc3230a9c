import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { useOwnEngine } from "#tests/search/own-engine.ts";
import { useDatabase } from "#tests/support/database.ts";
import { ownTime } from "#tests/support/own-time.ts";

const database = useDatabase();
const engine = await useOwnEngine(database, { slow: true });
const { closeSender } = await import("#app/events/sender.server.ts");
const { compareIndex } = await import("#app/search/compare-index.server.ts");
const { searchState } = await import("#app/search/search-state.server.ts");
const { startWorker } = await import("#app/worker.server.ts");
const { aPlacedInsight, aPerson, found } = await import("#tests/search/library.ts");
const { checkInvariants } = await import("#db/check-invariants.server.ts");

const recovery = { timeout: 60_000, interval: 100 };
let worker: Awaited<ReturnType<typeof startWorker>>;

beforeAll(async () => {
  worker = await startWorker();
  await vi.waitFor(async () => expect(await searchState()).toBe("ok"), recovery);
});
afterEach(async () => expect(await checkInvariants()).toEqual([]));
afterAll(async () => {
  engine.delay(0);
  await worker.stop();
  await closeSender();
});

test("the engine answers after five seconds: readers have the database's answer long before, and soon the engine's again", async () => {
  const person = await aPerson();
  await aPlacedInsight({ person, body: "lapwing colony before" });
  engine.delay(5_000);
  await aPlacedInsight({ person, body: "lapwing colony during" });
  const took: number[] = [];
  // One word, several, and a sentence: each way of asking has its own questions to the engine.
  for (const q of [
    "lapwing",
    "lapwing colony",
    "has anybody seen the lapwing colony lately, by the old library",
  ]) {
    const expectBasic = async () =>
      expect(await found(person, { q })).toMatchObject({ total: 2, basic: true, reason: "down" });
    took.push(await ownTime(expectBasic));
  }
  expect(Math.max(...took)).toBeLessThan(2_500);
  const later = await ownTime(async () => {
    for (let number = 0; number < 20; number++) await found(person, { q: "lapwing colony" });
  });
  expect(later / 20).toBeLessThan(500);
  expect(await searchState()).toBe("down");

  engine.delay(0);
  await vi.waitFor(async () => {
    expect(await searchState()).toBe("ok");
    expect(await found(person, { q: "lapwing colony" })).toMatchObject({ total: 2, basic: false });
    expect(await compareIndex()).toEqual({ missing: 0, stale: 0, ghosts: 0 });
  }, recovery);
}, 120_000);
