import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Tx } from "#db/client.server.ts";
import { insightIndexStates, insights } from "#db/schema/insights.server.ts";
import { recordEvents } from "../events/record-events.server.ts";

/** What an import posted and nobody has edited or withdrawn since. */
const untouched = (importId: string) =>
  and(eq(insights.importId, importId), eq(insights.version, 1), isNull(insights.withdrawnAt));

type Withdrawing = { importId: string; actorId: string; limit: number };

/**
 * Withdraws some of what an import posted, oldest first, with their ledger entries; returns their ids. Their keys are set
 * free, so that the file can be brought in again.
 */
export async function withdrawImported(tx: Tx, { importId, actorId, limit }: Withdrawing): Promise<string[]> {
  const batch = tx
    .select({ id: insights.id })
    .from(insights)
    .where(untouched(importId))
    .orderBy(insights.seq)
    .limit(limit)
    .for("update");
  const withdrawn = await tx
    .update(insights)
    .set({
      withdrawnAt: sql`now()`,
      idempotencyKey: sql`${insights.idempotencyKey} || ':undone:' || ${insights.id}`,
    })
    .where(inArray(insights.id, batch))
    .returning({ id: insights.id });
  const ids = withdrawn.map(({ id }) => id);
  if (ids.length === 0) return [];
  await tx
    .update(insightIndexStates)
    .set({ wanted: sql`${insightIndexStates.wanted} + 1`, changedAt: sql`now()` })
    .where(inArray(insightIndexStates.insightId, ids));
  await recordEvents(tx, { name: "insight.withdrawn", actorId, subjectIds: ids, fields: ["withdrawnAt"] });
  return ids;
}
