import { and, eq, inArray, isNull, lt, notExists, or, type SQL, sql } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { runTransaction } from "#db/run-transaction.server.ts";
import { drafts } from "#db/schema/drafts.server.ts";
import { files } from "#db/schema/files.server.ts";
import { recordEvent } from "../events/record-event.server.ts";
import { dropBegun, dropBytes, listKeptBytes, smallOf } from "./kept-bytes.server.ts";

const hour = 60 * 60_000;
const batch = 200;

type Sweeping = {
  /** Of a file that was never posted, or was taken away from an insight. */
  rowHours?: number;
  /** Of bytes without a row, and of what was being written: far longer than any upload takes. */
  bytesMs?: number;
  signal?: AbortSignal;
};

type Swept = { rows: number; orphans: number; begun: number };

/** Takes away what belongs to nobody: files never posted or removed, bytes whose row was never written, halves. */
export async function sweepFiles({ rowHours = 48, bytesMs = hour, signal }: Sweeping = {}): Promise<Swept> {
  let rows = 0;
  for (let gone = batch; gone === batch; rows += gone) {
    signal?.throwIfAborted();
    gone = await dropRows(rowHours);
  }
  return {
    rows,
    orphans: await dropOrphans(bytesMs, signal),
    begun: await dropBegun({ olderThanMs: bytesMs }),
  };
}

/** The row first: bytes that are left then are orphans, while a row without bytes would be a broken picture. */
async function dropRows(hours: number): Promise<number> {
  const ids = await runTransaction(async (tx) => {
    const stale = await tx
      .select({ id: files.id, removedAt: files.removedAt })
      .from(files)
      .where(or(neverPosted(hours), lt(files.removedAt, ago(hours))))
      .limit(batch)
      .for("update", { skipLocked: true });
    if (stale.length === 0) return [];
    await tx.delete(files).where(
      inArray(
        files.id,
        stale.map(({ id }) => id),
      ),
    );
    for (const { id, removedAt } of stale) {
      if (!removedAt) await recordEvent(tx, { name: "file.removed", actorId: null, subjectId: id });
    }
    return stale.map(({ id }) => id);
  });
  for (const id of ids) await Promise.all([dropBytes(id), dropBytes(smallOf(id))]);
  return ids.length;
}

/** Nor waiting in a draft, which is kept for longer. */
function neverPosted(hours: number): SQL | undefined {
  const drafted = db
    .select({ one: sql`1` })
    .from(drafts)
    .where(
      and(
        eq(drafts.personId, files.uploadedBy),
        sql`${drafts.fields} -> 'file' @> to_jsonb(${files.id}::text)`,
      ),
    );
  return and(isNull(files.insightId), lt(files.uploadedAt, ago(hours)), notExists(drafted));
}

function ago(hours: number): SQL {
  return sql`now() - make_interval(hours => ${hours})`;
}

async function dropOrphans(olderThanMs: number, signal?: AbortSignal): Promise<number> {
  let dropped = 0;
  let looked: string[] = [];
  const look = async () => {
    signal?.throwIfAborted();
    const ids = [...new Set(looked.map((id) => id.slice(0, 36)))];
    const known = await db.select({ id: files.id }).from(files).where(inArray(files.id, ids));
    const ours = new Set(known.map(({ id }) => id));
    const orphans = looked.filter((id) => !ours.has(id.slice(0, 36)));
    await Promise.all(orphans.map(dropBytes));
    dropped += orphans.length;
    looked = [];
  };
  for await (const { id, keptAt } of listKeptBytes()) {
    if (Date.now() - keptAt.getTime() >= olderThanMs) looked.push(id);
    if (looked.length === batch) await look();
  }
  if (looked.length > 0) await look();
  return dropped;
}
