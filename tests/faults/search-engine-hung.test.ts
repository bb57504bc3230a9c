import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { useOwnEngine } from "#tests/search/own-engine.ts";
import { useDatabase } from "#tests/support/database.ts";
import { ownTime } from "#tests/support/own-time.ts";

const database = useDatabase();
const engine = await useOwnEngine(database);
const { closeSender } = await import("#app/events/sender.server.ts");
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
  engine.wake();
  await worker.stop();
  await closeSender();
});

test("the engine hangs: searches are answered from the database in time, soon at once, and it recovers", async () => {
  const person = await aPerson();
  await aPlacedInsight({ person, body: "heron before" });
  engine.hang();
  const ids = [await aPlacedInsight({ person, body: "heron during" })];

  const ask = () =>
    ownTime(async () => {
      const answer = await found(person, { q: "heron" });
      expect(answer).toMatchObject({ total: 2, basic: true, reason: "down" });
    });
  const first = await Promise.all(Array.from({ length: 20 }, ask));
  expect(Math.max(...first)).toBeLessThan(2_500);
  const later: number[] = [];
  for (let number = 0; number < 180; number++) later.push(await ask());
  later.sort((a, b) => a - b);
  expect(later[Math.floor(later.length * 0.95)]).toBeLessThan(300);
  expect(await searchState()).toBe("down");

  engine.wake();
  await vi.waitFor(async () => {
    expect(await searchState()).toBe("ok");
    expect(await found(person, { q: "heron" })).toMatchObject({ total: 2, basic: false });
  }, recovery);
  expect((await found(person, { q: "during" })).ids).toEqual(ids);
}, 120_000);
