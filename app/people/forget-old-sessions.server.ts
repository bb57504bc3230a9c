import { inArray } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { sessions } from "#db/schema/people.server.ts";
import { isOverSession } from "./live-session.server.ts";

const batchSize = 1_000;

/**
 * Deletes the sessions that open nothing any more, and with them what they tell of their devices. Nothing goes into
 * the ledger: they came to their end by themselves. Returns how many there were.
 */
export async function forgetOldSessions({ signal }: { signal?: AbortSignal } = {}): Promise<number> {
  let forgotten = 0;
  for (;;) {
    signal?.throwIfAborted();
    const old = db.select({ id: sessions.id }).from(sessions).where(isOverSession()).limit(batchSize);
    const gone = await db.delete(sessions).where(inArray(sessions.id, old)).returning({ id: sessions.id });
    forgotten += gone.length;
    if (gone.length < batchSize) return forgotten;
  }
}
