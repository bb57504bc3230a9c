import { and, eq, isNull, lte, sql } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { notifications } from "#db/schema/notifications.server.ts";

/** One, those about one insight, or all up to the last one that was there to be seen (its `seq`). */
export type ToMark = { id: string } | { insightId: string } | { upTo: number };

/** Marks a person's own notifications as read; what is read already stays as it is. */
export async function markRead({ personId, which }: { personId: string; which: ToMark }): Promise<void> {
  await db
    .update(notifications)
    .set({ readAt: sql`now()` })
    .where(and(eq(notifications.personId, personId), isNull(notifications.readAt), matching(which)));
}

function matching(which: ToMark) {
  if ("id" in which) return eq(notifications.id, which.id);
  if ("insightId" in which) return eq(notifications.insightId, which.insightId);
  return lte(notifications.seq, which.upTo);
}
