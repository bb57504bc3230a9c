import { and, eq, isNull } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { notifications } from "#db/schema/notifications.server.ts";
import { readLedger } from "./ledger-entry.server.ts";

/** Whoever has begun to read what is handed over to them has seen that it is. */
export async function markHandoverSeen(eventIds: readonly string[]): Promise<void> {
  for (const { actorId, subjectId, at } of await readLedger(eventIds)) {
    if (!actorId) continue;
    await db
      .update(notifications)
      .set({ readAt: at })
      .where(
        and(
          eq(notifications.personId, actorId),
          eq(notifications.handoverId, subjectId),
          isNull(notifications.readAt),
        ),
      );
  }
}
