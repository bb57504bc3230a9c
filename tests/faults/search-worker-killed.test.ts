import { type ChildProcess, spawn } from "node:child_process";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { useDatabase } from "#tests/support/database.ts";
import { useSearchIndex } from "#tests/support/search-engine.ts";

const database = useDatabase();
useSearchIndex(database);
const { pool } = await import("#db/client.server.ts");
const { closeSender } = await import("#app/events/sender.server.ts");
const { compareIndex } = await import("#app/search/compare-index.server.ts");
const { ensureIndex } = await import("#app/search/ensure-index.server.ts");
const { aPlacedInsight, aPerson, changeInsight, found } = await import("#tests/search/library.ts");
const { checkInvariants } = await import("#db/check-invariants.server.ts");

const workers = new Set<ChildProcess>();
const recovery = { timeout: 90_000, interval: 100 };

beforeAll(async () => {
  await ensureIndex();
});
afterEach(async () => expect(await checkInvariants()).toEqual([]));
afterAll(async () => {
  for (const worker of workers) worker.kill("SIGKILL");
  await closeSender();
});

function startWorkerProcess(): ChildProcess {
  const worker = spawn(process.execPath, ["scripts/worker.ts"], { stdio: "ignore", env: process.env });
  workers.add(worker);
  worker.once("exit", () => workers.delete(worker));
  return worker;
}

test("a worker killed again and again at any moment: the index ends as the database says", async () => {
  const person = await aPerson();
  const ids: string[] = [];
  for (let round = 0; round < 6; round++) {
    const worker = startWorkerProcess();
    const exited = new Promise((resolve) => worker.once("exit", resolve));
    const dies = new Promise((resolve) => setTimeout(resolve, 700 + Math.random() * 700));
    for (let number = 0; number < 10; number++) {
      ids.push(await aPlacedInsight({ person, body: `cormorant ${round} ${number}` }));
      await changeInsight(ids[Math.floor(Math.random() * ids.length)] ?? "", {
        plainText: `cormorant again ${round} ${number}`,
      });
    }
    await dies;
    worker.kill("SIGKILL");
    await exited;
  }
  // A busy machine may keep the engine waiting for once.
  const search = () => found(person, { q: "cormorant" });
  await vi.waitFor(async () => expect(await search()).toMatchObject({ total: 60, basic: false }), recovery);

  const last = startWorkerProcess();
  const exit = new Promise((resolve) => last.once("exit", (code, signal) => resolve(code ?? signal)));
  await vi.waitFor(async () => {
    const [row] = await pool()`
      select (select count(*) from insight_index_states where confirmed is distinct from wanted)::int as unconfirmed,
        (select count(*) from pgboss.job where name = 'events' and state < 'completed')::int as waiting`;
    expect(row).toEqual({ unconfirmed: 0, waiting: 0 });
  }, recovery);
  expect(await compareIndex()).toEqual({ missing: 0, stale: 0, ghosts: 0 });
  last.kill("SIGTERM");
  expect(await exit).toBe(0);
}, 300_000);
