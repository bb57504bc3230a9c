import { and, eq, isNull, sql } from "drizzle-orm";
import { runTransaction } from "#db/run-transaction.server.ts";
import { feedKeys } from "#db/schema/feed-keys.server.ts";
import { recordEvent } from "../events/record-event.server.ts";

/** Ends a key of one's own: the next reader that brings it finds nothing. False when it is none of theirs, or ended. */
export function revokeFeedKey({ personId, id }: { personId: string; id: string }): Promise<boolean> {
  return runTransaction(async (tx) => {
    const revoked = await tx
      .update(feedKeys)
      .set({ revokedAt: sql`now()` })
      .where(and(eq(feedKeys.id, id), eq(feedKeys.personId, personId), isNull(feedKeys.revokedAt)))
      .returning({ id: feedKeys.id });
    if (revoked.length === 0) return false;
    await recordEvent(tx, { name: "feed-key.revoked", actorId: personId, subjectId: id });
    return true;
  });
}
