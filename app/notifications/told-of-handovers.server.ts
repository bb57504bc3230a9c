import { inArray } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { departmentHandovers } from "#db/schema/handovers.server.ts";
import { type Candidate, isPast } from "./candidate.ts";
import { entriesNamed, type LedgerEntry } from "./ledger-entry.server.ts";

/** Whoever a department goes to, when it is ordered: so that they can read of it before its day. */
export async function toldOfHandovers(ledger: readonly LedgerEntry[]): Promise<Candidate[]> {
  const { entries, subjectIds } = entriesNamed(ledger, ["handover.ordered"]);
  if (entries.length === 0) return [];
  const rows = await db
    .select({
      id: departmentHandovers.id,
      personId: departmentHandovers.toPersonId,
      actorId: departmentHandovers.orderedBy,
      at: departmentHandovers.orderedAt,
    })
    .from(departmentHandovers)
    .where(inArray(departmentHandovers.id, subjectIds));
  return entries.flatMap(({ subjectId, at: heardOfAt }) =>
    rows
      .filter(({ id }) => id === subjectId)
      .map(({ id, ...row }) => ({
        ...row,
        kind: "handover",
        insightId: null,
        commentId: null,
        handoverId: id,
        dedupeKey: `handover:${id}`,
        past: isPast(row.at, heardOfAt),
      })),
  );
}
