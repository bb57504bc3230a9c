import { inArray } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { departmentLiaisons } from "#db/schema/departments.server.ts";
import type { Candidate } from "./candidate.ts";
import { entriesNamed, type LedgerEntry } from "./ledger-entry.server.ts";

/** Whoever is made a liaison of a department, or taken off, as long as it has not been undone. */
export async function toldOfLiaisons(ledger: readonly LedgerEntry[]): Promise<Candidate[]> {
  const { entries, subjectIds } = entriesNamed(ledger, ["liaison.added", "liaison.taken-off"]);
  if (entries.length === 0) return [];
  const { id, personId, untilDate } = departmentLiaisons;
  const parts = await db
    .select({ id, personId, untilDate })
    .from(departmentLiaisons)
    .where(inArray(departmentLiaisons.id, subjectIds));
  return entries.flatMap(({ id: entryId, name, actorId, subjectId, at }) => {
    const part = parts.find((one) => one.id === subjectId);
    if (!part || (part.untilDate === null) !== (name === "liaison.added")) return [];
    return {
      kind: "handover" as const,
      personId: part.personId,
      actorId,
      insightId: null,
      commentId: null,
      liaisonId: part.id,
      dedupeKey: `${name}:${entryId}`,
      at,
      past: false,
    };
  });
}
