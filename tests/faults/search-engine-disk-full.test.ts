import { closeSync, fsyncSync, openSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { useOwnEngine } from "#tests/search/own-engine.ts";
import { useDatabase } from "#tests/support/database.ts";

// A disk of forty megabytes is root's to mount.
const isRoot = process.getuid?.() === 0 && process.platform === "linux";

const database = useDatabase();
const engine = await useOwnEngine(database, isRoot ? { diskMegabytes: 40 } : {});
const { closeSender } = await import("#app/events/sender.server.ts");
const { compareIndex } = await import("#app/search/compare-index.server.ts");
const { mainIndex, openEngine } = await import("#app/search/engine.server.ts");
const { log } = await import("#app/log.server.ts");
const { indexingState } = await import("#app/search/indexing-state.server.ts");
const { searchState } = await import("#app/search/search-state.server.ts");
const { startWorker } = await import("#app/worker.server.ts");
const { aPlacedInsight, aPerson, found, isConfirmed } = await import("#tests/search/library.ts");
const { checkInvariants } = await import("#db/check-invariants.server.ts");

const recovery = { timeout: 60_000, interval: 100 };
const piece = Buffer.alloc(64 * 1_024, 1);
let worker: Awaited<ReturnType<typeof startWorker>>;

beforeAll(async () => {
  worker = await startWorker();
  await vi.waitFor(async () => expect(await searchState()).toBe("ok"), recovery);
});
afterEach(async () => expect(await checkInvariants()).toEqual([]));
afterAll(async () => {
  await worker.stop();
  await closeSender();
});

/** Writes until nothing more goes on the engine's disk. */
function fillDisk(): string {
  const path = join(engine.folder, "filler");
  const file = openSync(path, "w");
  try {
    for (;;) writeSync(file, piece);
  } catch (error) {
    expect(error).toMatchObject({ code: "ENOSPC" });
    return path;
  } finally {
    fsyncSync(file);
    closeSync(file);
  }
}

/** The engine has no room: it takes no more documents, or has failed at those it took. */
async function refuses(): Promise<boolean> {
  const client = (await openEngine("index"))?.client;
  if (!client) return false;
  try {
    const { results } = await client.tasks.getTasks({ statuses: ["failed"], limit: 1 });
    await client.index(mainIndex()).deleteDocuments(["01990000-0000-7000-8000-000000000000"]);
    return results.length > 0;
  } catch {
    return true;
  }
}

test.runIf(isRoot)(
  "the engine's disk is full: posting works, all is found, and it drains when there is room",
  async () => {
    const person = await aPerson();
    const before = await aPlacedInsight({ person, body: "dunlin on the shore" });
    await vi.waitFor(async () => expect(await isConfirmed(before)).toBe(true), recovery);
    const said = vi.spyOn(log(), "error");
    const filler = fillDisk();
    const ids: string[] = [];
    for (let number = 0; number < 30; number++) {
      ids.push(
        await aPlacedInsight({
          person,
          body: `dunlin counted ${number}. ${"On the shore again. ".repeat(500)}`,
        }),
      );
      expect((await found(person, { q: "dunlin" })).total).toBe(number + 2);
    }
    expect((await found(person, { q: "dunlin counted" })).total).toBe(31);
    await vi.waitFor(async () => expect(await refuses()).toBe(true), recovery);
    // Named where an operator looks, while searches go on.
    await vi.waitFor(async () => expect(await indexingState()).toBe("disk-full"), recovery);
    await vi.waitFor(
      () =>
        expect(said).toHaveBeenCalledWith({ indexing: "disk-full" }, expect.stringContaining("disk is full")),
      recovery,
    );
    await vi.waitFor(async () => expect(await searchState()).toBe("ok"), recovery);

    rmSync(filler);
    await vi.waitFor(async () => {
      for (const id of ids) expect(await isConfirmed(id)).toBe(true);
      expect(await found(person, { q: "dunlin" })).toMatchObject({ total: 31, basic: false });
      expect(await searchState()).toBe("ok");
      expect(await indexingState()).toBe("ok");
    }, recovery);
    expect(await compareIndex()).toEqual({ missing: 0, stale: 0, ghosts: 0 });
  },
  300_000,
);
