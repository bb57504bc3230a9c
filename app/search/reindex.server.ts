import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import type { EnqueuedTask, Meilisearch } from "meilisearch";
import { db, pool } from "#db/client.server.ts";
import { mainIndex, openEngine } from "./engine.server.ts";
import { isNotFound } from "./engine-errors.server.ts";
import { changeIndexRecord, indexRecordKey, readIndexRecord } from "./index-record.server.ts";
import { indexSettings, settingsVersion } from "./index-settings.server.ts";
import { indexUnconfirmed } from "./index-unconfirmed.server.ts";
import { readWantedDocuments } from "./insight-document.server.ts";
import { learnWords } from "./search-words.server.ts";

const batchSize = 2_000;
const tasksAhead = 3;
const taskPatience = { timeout: 10 * 60_000, interval: 20 };

export type Progress = { done: number; total: number };

export type Reindexing = {
  onProgress?: (progress: Progress) => void;
  /** Rebuild though the index is whole and its settings current. */
  evenIfCurrent?: boolean;
};

export type ReindexOutcome = "rebuilt" | "not-needed" | "already-running" | "no-engine";

/**
 * Builds the whole index anew from PostgreSQL beside the one that serves, puts it in its place by a swap and deletes
 * the old one. What changes meanwhile is unconfirmed after the swap, so searches find it in PostgreSQL until it is
 * indexed again. Throws the client's errors when the engine fails on the way: nothing has changed then.
 */
export async function reindex(reindexing: Reindexing = {}): Promise<ReindexOutcome> {
  const engine = await openEngine("rebuild");
  if (!engine) return "no-engine";
  const { client } = engine;
  const outcome = await whileAlone(async () => {
    const [record, serving] = await Promise.all([readIndexRecord(), findIndex(client, mainIndex())]);
    const isWhole = serving !== undefined && record.epoch === serving.createdAt;
    const isCurrent = isWhole && record.settingsVersion === settingsVersion;
    if (isCurrent && !reindexing.evenIfCurrent) return "not-needed";
    if (!isWhole) await changeIndexRecord({ status: "rebuilding", done: 0 });
    await rebuild(client, serving !== undefined, reindexing.onProgress);
    return "rebuilt";
  });
  if (outcome === "rebuilt") await indexUnconfirmed();
  return outcome ?? "already-running";
}

async function rebuild(
  client: Meilisearch,
  hasOld: boolean,
  onProgress: Reindexing["onProgress"],
): Promise<void> {
  const beside = `${mainIndex()}-rebuild`;
  await finish(client, await client.deleteIndex(beside));
  await finish(client, await client.createIndex(beside, { primaryKey: "id" }));
  await finish(client, await client.index(beside).updateSettings(indexSettings));
  const { createdAt } = await client.getRawIndex(beside);

  const startedAt = await databaseTime();
  const unconfirmed = await fill(client, beside, onProgress);
  await db.transaction(async (tx) => {
    // From here on nothing sent to the old index counts as confirmed; what was since the start may be missing in the new.
    await changeIndexRecord({ epoch: createdAt, settingsVersion }, tx);
    await tx.execute(sql`
      update insight_index_states set confirmed = null where confirmed_at >= ${startedAt}::timestamptz`);
  });
  await client.swapIndexes([{ indexes: [beside, mainIndex()], rename: !hasOld }]);
  await serves(client, createdAt);
  await confirmBuiltIn(unconfirmed, createdAt);
  await changeIndexRecord({ status: "ready" });
  if (hasOld) await finish(client, await client.deleteIndex(beside));
}

/** Fills the new index and returns the versions built in of those insights that were not confirmed. */
async function fill(
  client: Meilisearch,
  beside: string,
  onProgress: Reindexing["onProgress"],
): Promise<Map<string, number>> {
  const index = client.index(beside);
  const builtIn = new Map<string, number>();
  const pending: EnqueuedTask[] = [];
  const [count] = await db.execute<{ total: number }>(
    sql`select count(*)::int as total from insight_index_states`,
  );
  const total = count?.total ?? 0;
  let done = 0;
  for (let last = "00000000-0000-0000-0000-000000000000"; ; ) {
    const ids = await nextIds(last);
    const wanted = await readWantedDocuments(ids);
    for (const row of wanted) if (row.confirmed !== row.wanted) builtIn.set(row.id, row.wanted);
    const documents = wanted.flatMap(({ document }) => document ?? []);
    if (documents.length > 0) pending.push(await index.addDocuments(documents));
    await learnWords(wanted);
    while (pending.length > (ids.length < batchSize ? 0 : tasksAhead)) {
      const task = pending.shift();
      if (task) await finish(client, task);
    }
    done += ids.length;
    await changeIndexRecord({ done, total: Math.max(total, done) });
    onProgress?.({ done, total: Math.max(total, done) });
    last = ids.at(-1) ?? last;
    if (ids.length < batchSize) return builtIn;
  }
}

async function nextIds(after: string): Promise<string[]> {
  const rows = await db.execute<{ id: string }>(sql`
    select insight_id as id from insight_index_states
    where insight_id > ${after}::uuid order by insight_id limit ${batchSize}`);
  return rows.map(({ id }) => id);
}

async function confirmBuiltIn(builtIn: Map<string, number>, epoch: string): Promise<void> {
  await db.execute(sql`
    update insight_index_states states set confirmed = built.wanted, confirmed_at = clock_timestamp()
    from unnest(${sql.param([...builtIn.keys()])}::uuid[], ${sql.param([...builtIn.values()])}::int[])
      as built (id, wanted)
    where states.insight_id = built.id and states.wanted = built.wanted
      and exists (select from settings where key = ${indexRecordKey()} and value ->> 'epoch' = ${epoch})`);
}

async function databaseTime(): Promise<string> {
  const [row] = await db.execute<{ at: string }>(sql`select clock_timestamp()::text as at`);
  if (!row) throw new Error("the database did not tell the time");
  return row.at;
}

async function findIndex(client: Meilisearch, uid: string): Promise<{ createdAt: string } | undefined> {
  try {
    return await client.getRawIndex(uid);
  } catch (error) {
    if (isNotFound(error)) return undefined;
    throw error;
  }
}

/** A key for some indexes only may not see every swap's task, so we look at what serves. */
async function serves(client: Meilisearch, createdAt: string): Promise<void> {
  const deadline = Date.now() + taskPatience.timeout;
  while ((await findIndex(client, mainIndex()))?.createdAt !== createdAt) {
    if (Date.now() > deadline) throw new Error("the search engine did not swap its indexes");
    await sleep(taskPatience.interval);
  }
}

async function finish(client: Meilisearch, task: EnqueuedTask): Promise<void> {
  const done = await client.tasks.waitForTask(task, taskPatience);
  const isMissingIndex = done.error?.code === "index_not_found" && done.type === "indexDeletion";
  if (done.status !== "succeeded" && !isMissingIndex) {
    throw new Error(`the search engine failed at ${done.type}: ${done.error?.code ?? done.status}`);
  }
}

/** Runs the work unless another process is rebuilding: then undefined. */
async function whileAlone<T>(work: () => Promise<T>): Promise<T | undefined> {
  const connection = await pool().reserve();
  const lock = `${indexRecordKey()} rebuild`;
  try {
    const [row] = await connection`select pg_try_advisory_lock(hashtext(${lock})) as held`;
    if (!row?.held) return undefined;
    try {
      return await work();
    } finally {
      await connection`select pg_advisory_unlock(hashtext(${lock}))`;
    }
  } finally {
    connection.release();
  }
}
