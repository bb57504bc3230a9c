import { afterAll, afterEach, expect, test, vi } from "vitest";
import { useOwnEngine } from "#tests/search/own-engine.ts";
import { useDatabase } from "#tests/support/database.ts";
import { ownTime } from "#tests/support/own-time.ts";

const database = useDatabase();
const engine = await useOwnEngine(database);
const { closeSender } = await import("#app/events/sender.server.ts");
const { ensureIndex } = await import("#app/search/ensure-index.server.ts");
const { findSimilarInsights } = await import("#app/search/find-similar-insights.server.ts");
const { indexUnconfirmed } = await import("#app/search/index-unconfirmed.server.ts");
const { aPlacedInsight, aPerson } = await import("#tests/search/library.ts");
const { checkInvariants } = await import("#db/check-invariants.server.ts");

afterAll(closeSender);
afterEach(async () => expect(await checkInvariants()).toEqual([]));

test("an engine that hangs or is gone offers nothing, and nobody waits for it", async () => {
  const [writer, reader] = [await aPerson(), await aPerson()];
  await ensureIndex();
  await aPlacedInsight({ person: writer, body: "Flamingos nest on the roof garden" });
  await indexUnconfirmed();
  const ask = () =>
    findSimilarInsights({ person: reader, text: "flamingos nest on the roof", departments: [] });
  await vi.waitFor(async () => expect(await ask()).toHaveLength(1), { timeout: 30_000, interval: 50 });

  engine.hang();
  // 300 ms, and what our own work adds; an engine's own time limit would be 800.
  expect(await ownTime(async () => expect(await ask()).toEqual([]))).toBeLessThan(800);
  engine.wake();
  await engine.kill();
  expect(await ask()).toEqual([]);
});
