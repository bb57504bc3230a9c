import { sql } from "drizzle-orm";
import type { EnqueuedTask, Meilisearch } from "meilisearch";
import { db } from "#db/client.server.ts";
import { finishTask } from "./finish-task.server.ts";
import { changeIndexRecord } from "./index-record.server.ts";
import { type InsightDocument, readWantedDocuments } from "./insight-document.server.ts";
import { learnWords } from "./search-words.server.ts";

// Few large tasks are filled in twice as fast as many small ones; the engine takes 100 MB at most.
const usualPortions: Portions = { rows: 2_000, documents: 10_000 };
const mostCharacters = 10_000_000;
const tasksAhead = 2;

export type Progress = { done: number; total: number };

/** How many are read at once and handed over at once. */
export type Portions = { rows: number; documents: number };

/** Insights up to `last`, and how many those are. */
export type Reached = { last: string; done: number };

export const nothingReached: Reached = { last: "00000000-0000-0000-0000-000000000000", done: 0 };

type Filling = {
  client: Meilisearch;
  uid: string;
  /** Where an earlier filling of the same index got to. */
  from: Reached;
  /** Told when the engine has all of them up to there. */
  onReached: (reached: Reached) => Promise<unknown>;
  portions?: Portions;
  onProgress?: (progress: Progress) => unknown;
};

/**
 * Fills an index with all that may be found and waits until it is in. Answers with the versions built in of those
 * insights that were not confirmed when they were read.
 */
export async function fillIndex(filling: Filling): Promise<Map<string, number>> {
  const { client, uid, from, onReached, portions = usualPortions, onProgress } = filling;
  const builtIn = new Map<string, number>();
  const pending: { task: EnqueuedTask; reached: Reached }[] = [];
  const sendAndWait = async (
    documents: InsightDocument[],
    reached: Reached,
    ahead: number,
  ): Promise<void> => {
    if (documents.length > 0)
      pending.push({ task: await client.index(uid).addDocuments(documents), reached });
    while (pending.length > ahead) {
      const first = pending.shift();
      if (!first) continue;
      await finishTask(client, first.task);
      await onReached(first.reached);
    }
  };
  const total = await countInsights();
  let { last, done } = from;
  let waiting: InsightDocument[] = [];
  for (;;) {
    const ids = await nextIds(last, portions.rows);
    const wanted = await readWantedDocuments(ids);
    for (const row of wanted) if (row.confirmed !== row.wanted) builtIn.set(row.id, row.wanted);
    waiting.push(...wanted.flatMap(({ document }) => document ?? []));
    await learnWords(wanted);
    const isLast = ids.length < portions.rows;
    done += ids.length;
    last = ids.at(-1) ?? last;
    if (isLast || isTaskful(waiting, portions)) {
      await sendAndWait(waiting, { last, done }, isLast ? 0 : tasksAhead);
      waiting = [];
    }
    const progress = { done, total: Math.max(total, done) };
    await changeIndexRecord(progress);
    await onProgress?.(progress);
    if (isLast) return builtIn;
  }
}

function isTaskful(documents: readonly InsightDocument[], portions: Portions): boolean {
  const characters = documents.reduce((sum, { body }) => sum + body.length, 0);
  return documents.length >= portions.documents || characters >= mostCharacters;
}

async function countInsights(): Promise<number> {
  const [row] = await db.execute<{ total: number }>(
    sql`select count(*)::int as total from insight_index_states`,
  );
  return row?.total ?? 0;
}

async function nextIds(after: string, limit: number): Promise<string[]> {
  const rows = await db.execute<{ id: string }>(sql`
    select insight_id as id from insight_index_states
    where insight_id > ${after}::uuid order by insight_id limit ${limit}`);
  return rows.map(({ id }) => id);
}
