import { once } from "node:events";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { useConnectionBeside } from "#tests/support/connection-beside.ts";
import { useDatabase } from "#tests/support/database.ts";
import { type OwnProcess, startProcess } from "#tests/support/processes.ts";
import { useSearchIndex } from "#tests/support/search-engine.ts";

const database = useDatabase();
const { url, prefix } = useSearchIndex(database);
const { beside } = useConnectionBeside(database);
const { closeSender } = await import("#app/events/sender.server.ts");
const { compareIndex } = await import("#app/search/compare-index.server.ts");
const { ensureIndex } = await import("#app/search/ensure-index.server.ts");
const { indexRecordKey } = await import("#app/search/index-record.server.ts");
const { aPlacedInsight, aPerson, changeInsight, found } = await import("#tests/search/library.ts");
const { checkInvariants } = await import("#db/check-invariants.server.ts");

const recovery = { timeout: 90_000, interval: 50 };

beforeAll(async () => {
  await ensureIndex();
});
afterAll(closeSender);

const startWorker = (): Promise<OwnProcess> =>
  startProcess({
    what: "worker",
    env: {
      DATABASE_URL: database.url,
      MEILISEARCH_URL: url,
      MEILISEARCH_INDEX_PREFIX: prefix,
      LOG_LEVEL: "silent",
    },
  });

/** Where a worker is held until it is killed: by a lock that it waits for. */
const points = {
  "it has jobs and has handed nothing over": "select pg_advisory_xact_lock(hashtext($1))",
  "all is handed over and nothing confirmed": "select from settings where key = $1 for update",
};

/** Its connections, as many as wait for a lock; they die with it, as they would if its machine did. */
async function endWaiting(): Promise<number> {
  const ended = await beside`select pg_terminate_backend(pid, 30000) from pg_stat_activity
    where datname = ${database.name} and wait_event_type = 'Lock'`;
  return ended.length;
}

test("a worker killed again and again in the middle of its work: the index ends as the database says", async () => {
  const person = await aPerson();
  const ids: string[] = [];
  const postFive = async (words: string): Promise<void> => {
    for (let number = 0; number < 5; number += 1) {
      ids.push(await aPlacedInsight({ person, body: `cormorant ${words} ${number}` }));
      const changed = ids[Math.floor(Math.random() * ids.length)] ?? "";
      await changeInsight(changed, { plainText: `cormorant again ${words} ${number}` });
    }
  };
  for (const [point, lock] of [...Object.entries(points), ...Object.entries(points)]) {
    const { process: worker } = await startWorker();
    await beside.begin(async (tx) => {
      await tx.unsafe(lock, [indexRecordKey()]);
      await postFive(point);
      await vi.waitFor(async () => {
        const [row] = await beside`select count(*)::int as waiting from pg_stat_activity
          where datname = ${database.name} and wait_event_type = 'Lock'`;
        expect(row?.waiting, point).toBeGreaterThan(0);
      }, recovery);
      const exited = once(worker, "exit");
      worker.kill("SIGKILL");
      await exited;
      expect(await endWaiting(), point).toBeGreaterThan(0);
    });
    await postFive("while nobody works");
  }
  // A busy machine may keep the engine waiting for once.
  const search = () => found(person, { q: "cormorant" });
  await vi.waitFor(async () => expect(await search()).toMatchObject({ total: 40, basic: false }), recovery);

  const last = await startWorker();
  await vi.waitFor(async () => {
    const [row] = await beside`
      select (select count(*) from insight_index_states where confirmed is distinct from wanted)::int as unconfirmed,
        (select count(*) from pgboss.job where name = 'events' and state < 'completed')::int as waiting`;
    expect(row).toEqual({ unconfirmed: 0, waiting: 0 });
  }, recovery);
  expect(await compareIndex()).toEqual({ missing: 0, stale: 0, ghosts: 0 });
  await last.stop();
  expect(last.process.exitCode).toBe(0);
  expect(await checkInvariants()).toEqual([]);
}, 300_000);
