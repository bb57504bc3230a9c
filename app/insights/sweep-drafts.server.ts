import { and, inArray, isNull, lt, not, or, type SQL, sql } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { drafts } from "#db/schema/drafts.server.ts";
import { draftLimits } from "./draft.ts";
import { isAlive } from "./kept-drafts.server.ts";

const batchSize = 500;
const ref = sql`(${drafts.personId}, ${drafts.key})`;

/** Deletes drafts nobody went on with, and what a late save left of posted ones. Returns how many there were. */
export async function sweepDrafts({ signal }: { signal?: AbortSignal } = {}): Promise<number> {
  let swept = 0;
  for (;;) {
    signal?.throwIfAborted();
    const old = db
      .select({ personId: drafts.personId, key: drafts.key })
      .from(drafts)
      .where(isOver())
      .limit(batchSize);
    const gone = await db.delete(drafts).where(inArray(ref, old)).returning({ key: drafts.key });
    swept += gone.length;
    if (gone.length < batchSize) return swept;
  }
}

/** A correction of what was withdrawn waits its days out: the insight may be restored. */
function isOver(): SQL | undefined {
  const aged = lt(drafts.savedAt, sql`now() - make_interval(days => ${draftLimits.days}::int)`);
  const alive = isAlive();
  return or(aged, and(isNull(drafts.insightId), alive && not(alive)));
}
