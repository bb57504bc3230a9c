import { inArray } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { events } from "#db/schema/events.server.ts";
import type { EventName } from "../events/event.ts";

/** What the ledger says of one happening; `subjectId` is what it happened to. */
export type LedgerEntry = {
  id: string;
  name: string;
  actorId: string | null;
  subjectId: string;
  at: Date;
};

/** These entries of the ledger, in the order they were written; what happened to nothing is left out. */
export async function readLedger(eventIds: readonly string[]): Promise<LedgerEntry[]> {
  if (eventIds.length === 0) return [];
  const rows = await db
    .select({
      id: events.id,
      name: events.name,
      actorId: events.actorId,
      subjectId: events.subjectId,
      at: events.at,
    })
    .from(events)
    .where(inArray(events.id, [...eventIds]))
    .orderBy(events.seq);
  return rows.flatMap(({ subjectId, ...entry }) => (subjectId ? { ...entry, subjectId } : []));
}

/** Those of some names, with what they happened to. */
export function entriesNamed(
  entries: readonly LedgerEntry[],
  names: readonly EventName[],
): { entries: LedgerEntry[]; subjectIds: string[] } {
  const named = entries.filter(({ name }) => names.includes(name as EventName));
  return { entries: named, subjectIds: [...new Set(named.map(({ subjectId }) => subjectId))] };
}
