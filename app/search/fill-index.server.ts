import { sql } from "drizzle-orm";
import type { EnqueuedTask, Meilisearch } from "meilisearch";
import { db } from "#db/client.server.ts";
import { finishTask } from "./finish-task.server.ts";
import { changeIndexRecord } from "./index-record.server.ts";
import { type InsightDocument, readWantedDocuments } from "./insight-document.server.ts";
import { learnWords } from "./search-words.server.ts";

const rowsAtOnce = 2_000;
// Few large tasks are filled in twice as fast as many small ones; the engine takes 100 MB at most.
const taskSize = { documents: 10_000, characters: 10_000_000 } as const;
const tasksAhead = 2;

export type Progress = { done: number; total: number };

type Filling = { client: Meilisearch; uid: string; onProgress?: (progress: Progress) => unknown };

/**
 * Fills an index with all that may be found and waits until it is in. Answers with the versions built in of those
 * insights that were not confirmed when they were read.
 */
export async function fillIndex({ client, uid, onProgress }: Filling): Promise<Map<string, number>> {
  const builtIn = new Map<string, number>();
  const pending: EnqueuedTask[] = [];
  const sendAndWait = async (documents: InsightDocument[], ahead: number): Promise<void> => {
    if (documents.length > 0) pending.push(await client.index(uid).addDocuments(documents));
    while (pending.length > ahead) {
      const task = pending.shift();
      if (task) await finishTask(client, task);
    }
  };
  const total = await countInsights();
  let done = 0;
  let waiting: InsightDocument[] = [];
  for (let last = "00000000-0000-0000-0000-000000000000"; ; ) {
    const ids = await nextIds(last);
    const wanted = await readWantedDocuments(ids);
    for (const row of wanted) if (row.confirmed !== row.wanted) builtIn.set(row.id, row.wanted);
    waiting.push(...wanted.flatMap(({ document }) => document ?? []));
    await learnWords(wanted);
    const isLast = ids.length < rowsAtOnce;
    if (isLast || isTaskful(waiting)) {
      await sendAndWait(waiting, isLast ? 0 : tasksAhead);
      waiting = [];
    }
    done += ids.length;
    const progress = { done, total: Math.max(total, done) };
    await changeIndexRecord(progress);
    await onProgress?.(progress);
    last = ids.at(-1) ?? last;
    if (isLast) return builtIn;
  }
}

function isTaskful(documents: readonly InsightDocument[]): boolean {
  const characters = documents.reduce((sum, { body }) => sum + body.length, 0);
  return documents.length >= taskSize.documents || characters >= taskSize.characters;
}

async function countInsights(): Promise<number> {
  const [row] = await db.execute<{ total: number }>(
    sql`select count(*)::int as total from insight_index_states`,
  );
  return row?.total ?? 0;
}

async function nextIds(after: string): Promise<string[]> {
  const rows = await db.execute<{ id: string }>(sql`
    select insight_id as id from insight_index_states
    where insight_id > ${after}::uuid order by insight_id limit ${rowsAtOnce}`);
  return rows.map(({ id }) => id);
}
