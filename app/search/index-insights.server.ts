import { sql } from "drizzle-orm";
import type { EnqueuedTask, Meilisearch, Task } from "meilisearch";
import { log } from "#app/log.server.ts";
import { db } from "#db/client.server.ts";
import { mainIndex, openEngine } from "./engine.server.ts";
import { engineErrorCode, engineTrouble } from "./engine-errors.server.ts";
import { indexRecordKey, readIndexRecord } from "./index-record.server.ts";
import { causeOfError, causeOfRefusal, noteIndexing } from "./indexing-state.server.ts";
import { readWantedDocuments, type WantedDocument } from "./insight-document.server.ts";
import { learnWords } from "./search-words.server.ts";

const milliseconds = { task: 25_000, poll: 8 } as const;

/** `later`: the engine cannot take them now; they stay unconfirmed and the worker's sweep brings them in. */
export type IndexingOutcome = "indexed" | "later";

/**
 * Brings these insights' documents in the engine to what PostgreSQL says now, and notes what is confirmed. May be
 * repeated, and run in any order and at the same time: each run reads the current rows. Throws when the engine
 * refuses a document or the database fails.
 */
export async function indexInsights(ids: readonly string[]): Promise<IndexingOutcome> {
  if (ids.length === 0) return "indexed";
  try {
    const engine = await openEngine("index");
    const epoch = engine && (await readyEpoch(engine.client));
    if (!engine || !epoch) return "later";
    const { wanted, tasks } = await sendInOrder(engine.client, ids);
    for (const task of tasks) {
      const done = await engine.client.tasks.waitForTask(task, {
        timeout: milliseconds.task,
        interval: milliseconds.poll,
      });
      if (!isDone(done)) {
        log().warn({ code: done.error?.code ?? done.status }, "the search engine failed to index insights");
        await noteIndexing(causeOfRefusal(done.error));
        return "later";
      }
    }
    await confirm(wanted, epoch);
    await learnWords(wanted);
    await noteIndexing("ok");
    return "indexed";
  } catch (error) {
    const trouble = engineTrouble(error);
    if (!trouble) throw error;
    // What the operator must know: posting works, and search finds it in PostgreSQL meanwhile.
    log().warn({ trouble, code: engineErrorCode(error) }, "the search engine took no insights");
    const cause = causeOfError(error);
    if (cause) await noteIndexing(cause);
    return "later";
  }
}

/** The identity of the engine's index, when it is the one PostgreSQL knows to be whole. */
async function readyEpoch(client: Meilisearch): Promise<string | undefined> {
  const [record, index] = await Promise.all([readIndexRecord(), client.getRawIndex(mainIndex())]);
  return record.epoch === index.createdAt ? index.createdAt : undefined;
}

/**
 * The engine works through its tasks in the order they came, so whoever reads rows and hands them over does so alone:
 * an older reading never arrives after a newer one.
 */
function sendInOrder(
  client: Meilisearch,
  ids: readonly string[],
): Promise<{ wanted: WantedDocument[]; tasks: EnqueuedTask[] }> {
  const index = client.index(mainIndex());
  return db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${indexRecordKey()}))`);
    const wanted = await readWantedDocuments(ids, tx);
    const documents = wanted.flatMap(({ document }) => document ?? []);
    const known = new Set(documents.map(({ id }) => id));
    const gone = ids.filter((id) => !known.has(id));
    const tasks = await Promise.all([
      ...(documents.length > 0 ? [index.addDocuments(documents, { primaryKey: "id" })] : []),
      ...(gone.length > 0 ? [index.deleteDocuments(gone)] : []),
    ]);
    return { wanted, tasks };
  });
}

function isDone(task: Task): boolean {
  if (task.status === "succeeded") return true;
  const code = task.error?.code ?? "";
  const isRefusal = code.startsWith("invalid_document") || code.endsWith("document_id");
  if (isRefusal) throw new Error(`the search engine refused a document: ${code}`);
  return false;
}

/**
 * Never more than what was read, never back, and nothing when the index has been replaced meanwhile: the record's lock
 * makes this and a replacement wait for one another.
 */
async function confirm(wanted: readonly WantedDocument[], epoch: string): Promise<void> {
  const ordered = wanted.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  await db.execute(sql`
    with record as materialized (
      select key from settings where key = ${indexRecordKey()} and value ->> 'epoch' = ${epoch} for update
    ), sent as (
      select * from unnest(
        ${sql.param(ordered.map((row) => row.id))}::uuid[],
        ${sql.param(ordered.map((row) => row.wanted))}::int[]
      ) as sent (id, wanted)
    ), confirmed as (
      update insight_index_states states
      set confirmed = sent.wanted, confirmed_at = clock_timestamp()
      from sent
      where exists (select from record) and states.insight_id = sent.id
        and (states.confirmed is null or states.confirmed < sent.wanted)
      returning states.insight_id
    )
    update settings set changed_at = clock_timestamp()
    where key = (select key from record) and exists (select from confirmed)`);
}
