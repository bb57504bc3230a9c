import { and, eq, isNull, lte, type SQL, sql } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { notifications } from "#db/schema/notifications.server.ts";
import type { EventName } from "../events/event.ts";
import { type LedgerEntry, readLedger } from "./ledger-entry.server.ts";
import type { NotificationKind } from "./notification.ts";

/** What was told of something that is so no longer. */
const untold: Partial<Record<EventName, (entry: LedgerEntry) => SQL | undefined>> = {
  "insight.corroboration-withdrawn": (entry) => and(about(entry, "corroborated"), by(entry)),
  "insight.unthanked": (entry) => and(about(entry, "thanks"), by(entry)),
  "question.reopened": (entry) => about(entry, "answer"),
  "insight.unsuperseded": ({ subjectId }) =>
    sql`starts_with(${notifications.dedupeKey}, ${`superseded:${subjectId}:`})`,
  // Somebody has looked: the others need not.
  "insight.confirmed-true": (entry) => and(about(entry, "review"), isNull(notifications.readAt)),
};

/** Takes back what people were told and is so no longer: only what had been told by then; safe to run again. */
export async function takeBack(eventIds: readonly string[]): Promise<void> {
  for (const entry of await readLedger(eventIds)) {
    const told = untold[entry.name as EventName]?.(entry);
    if (told) await db.delete(notifications).where(and(told, lte(notifications.createdAt, entry.at)));
  }
}

function about({ subjectId }: LedgerEntry, kind: NotificationKind): SQL | undefined {
  return and(eq(notifications.insightId, subjectId), eq(notifications.kind, kind));
}

function by({ actorId }: LedgerEntry): SQL | undefined {
  return actorId ? eq(notifications.actorId, actorId) : sql`false`;
}
