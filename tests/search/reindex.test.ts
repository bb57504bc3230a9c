import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { useDatabase } from "#tests/support/database.ts";
import { useSearchIndex } from "#tests/support/search-engine.ts";

const database = useDatabase();
useSearchIndex(database);
const { db } = await import("#db/client.server.ts");
const { insightIndexStates } = await import("#db/schema/insights.server.ts");
const { closeSender } = await import("#app/events/sender.server.ts");
const { withdrawInsight } = await import("#app/insights/withdraw-insight.server.ts");
const { compareIndex } = await import("#app/search/compare-index.server.ts");
const { mainIndex, openEngine } = await import("#app/search/engine.server.ts");
const { ensureIndex } = await import("#app/search/ensure-index.server.ts");
const { indexInsights } = await import("#app/search/index-insights.server.ts");
const { changeIndexRecord, indexRecordKey, readIndexRecord } = await import(
  "#app/search/index-record.server.ts"
);
const { indexUnconfirmed } = await import("#app/search/index-unconfirmed.server.ts");
const { reindex } = await import("#app/search/reindex.server.ts");
const { anInsight, aPerson, changeInsight, found } = await import("./library.ts");

const whole = { missing: 0, stale: 0, ghosts: 0 };
let person: Awaited<ReturnType<typeof aPerson>>;
const ids: string[] = [];

beforeAll(async () => {
  await ensureIndex();
  person = await aPerson();
  for (let number = 0; number < 30; number++)
    ids.push(await anInsight({ person, body: `kestrel ${number}` }));
  await indexUnconfirmed();
});
afterAll(closeSender);

test("the index is built anew while searches, posts, edits and withdrawals go on", async () => {
  const { epoch } = await readIndexRecord();
  const building = { done: false };
  const rebuilt = reindex({ evenIfCurrent: true }).finally(() => {
    building.done = true;
  });
  let expected = ids.length;
  for (let round = 0; !building.done && round < 200; round++) {
    const kind = round % 3;
    if (kind === 0) {
      ids.push(await anInsight({ person, body: `kestrel late ${round}` }));
      expected += 1;
    } else if (kind === 1) {
      await changeInsight(ids[round] ?? "", { plainText: `kestrel edited ${round}` });
    } else {
      await withdrawInsight({ person, id: ids.shift() ?? "" });
      expected -= 1;
    }
    if (round % 2 === 0) await indexUnconfirmed();
    expect(await found(person, { q: "kestrel" })).toMatchObject({ total: expected, basic: false });
  }
  expect(await rebuilt).toBe("rebuilt");
  await indexUnconfirmed();
  expect(await found(person, { q: "kestrel" })).toMatchObject({ total: expected, basic: false });
  expect(await compareIndex()).toEqual(whole);
  expect((await readIndexRecord()).epoch).not.toBe(epoch);
  const left = await (await openEngine("index"))?.client.getRawIndexes();
  expect(left?.results.map(({ uid }) => uid)).toEqual([mainIndex()]);
});

test("what was indexed in the old index while the new one was filled is not lost by the swap", async () => {
  const id = await anInsight({ person, body: "merlin first" });
  await indexUnconfirmed();
  const onProgress = async (): Promise<void> => {
    await changeInsight(id, { plainText: "merlin second", searchText: "merlin second" });
    expect(await indexInsights([id])).toBe("indexed");
  };
  expect(await reindex({ evenIfCurrent: true, onProgress })).toBe("rebuilt");
  expect(await found(person, { q: "second" })).toMatchObject({ ids: [id], basic: false });
  expect(await compareIndex()).toEqual(whole);
});

test("whoever reads rows and hands them to the engine does so alone", async () => {
  const id = await anInsight({ person, body: "hobby first" });
  const indexing = await db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${indexRecordKey()}))`);
    const waiting = indexInsights([id]);
    await vi.waitFor(async () => {
      const held = sql`select from pg_locks where locktype = 'advisory' and not granted
        and database = (select oid from pg_database where datname = current_database())`;
      expect(await db.execute(held)).toHaveLength(1);
    }, 10_000);
    await changeInsight(id, { plainText: "hobby second" });
    return { waiting };
  });
  expect(await indexing.waiting).toBe("indexed");
  const index = (await openEngine("index"))?.client.index(mainIndex());
  expect(await index?.getDocument(id)).toMatchObject({ body: "hobby second", wanted: 2 });
});

test("two at a time: one builds, the other leaves it alone", async () => {
  const outcomes = await Promise.all([reindex({ evenIfCurrent: true }), reindex({ evenIfCurrent: true })]);
  expect(outcomes.toSorted()).toEqual(["already-running", "rebuilt"]);
  expect(await reindex()).toBe("not-needed");
});

test("settings of another version are replaced by ours, without a moment of basic answers", async () => {
  await changeIndexRecord({ settingsVersion: "older" });
  const ensuring = ensureIndex();
  expect((await found(person, { q: "kestrel" })).basic).toBe(false);
  expect(await ensuring).toBe("rebuilt");
  expect(await ensureIndex()).toBe("ok");
});

test("an index that is not the one recorded is not trusted", async () => {
  await changeIndexRecord({ epoch: "2020-01-01T00:00:00Z" });
  expect(await indexInsights(ids.slice(0, 1))).toBe("later");
  const ensuring = ensureIndex();
  expect(await ensuring).toBe("rebuilt");
  expect(await compareIndex()).toEqual(whole);
});

test("while it is being rebuilt from nothing, PostgreSQL answers and the progress is told", async () => {
  await changeIndexRecord({ status: "rebuilding", done: 10, total: 40 });
  expect(await found(person, { q: "kestrel" })).toMatchObject({
    basic: true,
    reason: "rebuilding",
    progress: { done: 10, total: 40 },
  });
  await changeIndexRecord({ status: "ready" });
  expect(await found(person, { q: "kestrel" })).toMatchObject({ basic: false });
});

test("run in any order and at once, indexing ends with what the database says", async () => {
  const few = ids.slice(0, 8);
  for (let round = 0; round < 6; round++) {
    await Promise.all([
      ...few.map((id) => changeInsight(id, { plainText: `kestrel round ${round}` })),
      ...few.toSorted(() => Math.random() - 0.5).map((id) => indexInsights([id])),
      indexInsights(few),
    ]);
  }
  await indexUnconfirmed();
  expect(await compareIndex()).toEqual(whole);
  const rows = await db
    .select()
    .from(insightIndexStates)
    .where(sql`${insightIndexStates.confirmed} is distinct from ${insightIndexStates.wanted}`);
  expect(rows).toEqual([]);
  const [state] = await db
    .select()
    .from(insightIndexStates)
    .where(eq(insightIndexStates.insightId, few[0] ?? ""));
  const index = (await openEngine("index"))?.client.index(mainIndex());
  expect(await index?.getDocument(few[0] ?? "")).toMatchObject({
    wanted: state?.wanted,
    body: "kestrel round 5",
  });
});

test("a rebuild that was killed is gone on with, and what happened in between is in it", async () => {
  const person = await aPerson();
  const ids: string[] = [];
  for (let number = 0; number < 12; number++) ids.push(await anInsight({ person, body: `godwit ${number}` }));
  await indexUnconfirmed();
  const portions = { rows: 2, documents: 2 };
  const killed = reindex({
    evenIfCurrent: true,
    portions,
    onProgress: async () => {
      if ((await readIndexRecord()).beside?.done) throw new Error("killed");
    },
  });
  await expect(killed).rejects.toThrow("killed");
  const reached = (await readIndexRecord()).beside?.done ?? 0;
  expect(reached).toBeGreaterThan(0);
  await changeInsight(ids[0] ?? "", { plainText: "godwit changed", searchText: "godwit changed" });
  await indexUnconfirmed();

  const seen: number[] = [];
  const outcome = await reindex({ evenIfCurrent: true, portions, onProgress: ({ done }) => seen.push(done) });
  expect(outcome).toBe("rebuilt");
  expect(seen[0]).toBeGreaterThan(reached);
  expect((await readIndexRecord()).beside).toBeNull();
  expect(await found(person, { q: "godwit" })).toMatchObject({ total: 12, basic: false });
  expect((await found(person, { q: "changed" })).ids).toEqual([ids[0]]);
  expect(await compareIndex()).toEqual({ missing: 0, stale: 0, ghosts: 0 });
});
