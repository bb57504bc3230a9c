import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import type { Meilisearch } from "meilisearch";
import { db, pool } from "#db/client.server.ts";
import { mainIndex, openEngine } from "./engine.server.ts";
import { isNotFound } from "./engine-errors.server.ts";
import { readEngineSynonyms } from "./engine-synonyms.server.ts";
import { fillIndex, nothingReached, type Portions, type Progress } from "./fill-index.server.ts";
import { finishTask } from "./finish-task.server.ts";
import {
  type BesideRecord,
  changeIndexRecord,
  indexRecordKey,
  readIndexRecord,
} from "./index-record.server.ts";
import { indexSettings, settingsVersion } from "./index-settings.server.ts";
import { indexUnconfirmed } from "./index-unconfirmed.server.ts";

/** How many are confirmed by one statement: a hundred thousand would take longer than a statement may. */
const confirmedAtOnce = 5_000;
const swapPatience = { timeout: 60_000, interval: 20 } as const;

export type Reindexing = {
  /** Told after each portion; what it answers is waited for. */
  onProgress?: (progress: Progress) => unknown;
  /** How much is read and handed over at once, when not as usual. */
  portions?: Portions;
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
    await rebuild(client, { ...reindexing, hasOld: serving !== undefined, begun: record.beside });
    return "rebuilt";
  });
  if (outcome === "rebuilt") await indexUnconfirmed();
  return outcome ?? "already-running";
}

type Rebuilding = Reindexing & { hasOld: boolean; begun: BesideRecord | null };

async function rebuild(client: Meilisearch, rebuilding: Rebuilding): Promise<void> {
  const { hasOld, begun, portions, onProgress } = rebuilding;
  const uid = `${mainIndex()}-rebuild`;
  const beside = (await goOn(client, uid, begun)) ?? (await beginBeside(client, uid));
  const { createdAt, startedAt, synonymsVersion = null } = beside;
  const unconfirmed = await fillIndex({
    ...{ client, uid, portions, onProgress, from: beside },
    onReached: (reached) => changeIndexRecord({ beside: { ...beside, ...reached } }),
  });
  await db.transaction(async (tx) => {
    // From here on nothing sent to the old index counts as confirmed; what was since the start may be missing in the new.
    await changeIndexRecord({ epoch: createdAt, settingsVersion, synonymsVersion, beside: null }, tx);
    await tx.execute(sql`
      update insight_index_states set confirmed = null where confirmed_at >= ${startedAt}::timestamptz`);
  });
  await client.swapIndexes([{ indexes: [uid, mainIndex()], rename: !hasOld }]);
  await serves(client, createdAt);
  await confirmBuiltIn(unconfirmed, createdAt);
  await changeIndexRecord({ status: "ready" });
  if (hasOld) await finishTask(client, await client.deleteIndex(uid));
}

/** What a rebuild that was killed left, if it is still there and of our settings. */
async function goOn(
  client: Meilisearch,
  uid: string,
  begun: BesideRecord | null,
): Promise<BesideRecord | undefined> {
  if (begun?.settingsVersion !== settingsVersion) return undefined;
  const left = await findIndex(client, uid);
  return left?.createdAt === begun.createdAt ? begun : undefined;
}

async function beginBeside(client: Meilisearch, uid: string): Promise<BesideRecord> {
  await finishTask(client, await client.deleteIndex(uid));
  await finishTask(client, await client.createIndex(uid, { primaryKey: "id" }));
  const { synonyms, synonymsVersion } = await readEngineSynonyms();
  await finishTask(client, await client.index(uid).updateSettings({ ...indexSettings, synonyms }));
  const { createdAt } = await client.getRawIndex(uid);
  const versions = { settingsVersion, synonymsVersion };
  const beside = { createdAt, ...versions, startedAt: await databaseTime(), ...nothingReached };
  await changeIndexRecord({ beside });
  return beside;
}

async function confirmBuiltIn(builtIn: Map<string, number>, epoch: string): Promise<void> {
  const all = [...builtIn];
  for (let at = 0; at < all.length; at += confirmedAtOnce) {
    const some = all.slice(at, at + confirmedAtOnce);
    await db.execute(sql`
      update insight_index_states states set confirmed = built.wanted, confirmed_at = clock_timestamp()
      from unnest(${sql.param(some.map(([id]) => id))}::uuid[], ${sql.param(some.map(([, wanted]) => wanted))}::int[])
        as built (id, wanted)
      where states.insight_id = built.id and states.wanted = built.wanted
        and exists (select from settings where key = ${indexRecordKey()} and value ->> 'epoch' = ${epoch})`);
  }
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
  const deadline = Date.now() + swapPatience.timeout;
  while ((await findIndex(client, mainIndex()))?.createdAt !== createdAt) {
    if (Date.now() > deadline) throw new Error("the search engine did not swap its indexes");
    await sleep(swapPatience.interval);
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
