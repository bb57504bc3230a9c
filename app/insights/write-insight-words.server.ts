import { eq, sql } from "drizzle-orm";
import type { Tx } from "#db/client.server.ts";
import {
  insightDepartments,
  insightIndexStates,
  insightRevisions,
  insights,
  insightTags,
} from "#db/schema/insights.server.ts";
import type { InsightDraft } from "./insight-draft.ts";
import { revisionRow } from "./insight-row.server.ts";
import type { ResolvedDraft } from "./resolve-draft.server.ts";

type Words = {
  insightId: string;
  version: number;
  editedBy: string;
  draft: InsightDraft;
  resolved: ResolvedDraft;
};

/** Writes the rows that say what an insight is about, and the revision that remembers it. */
export function writeInsightWords(
  tx: Tx,
  { insightId, version, editedBy, draft, resolved }: Words,
): Promise<unknown> {
  const insightSeq = sql`(select ${insights.seq} from ${insights} where ${insights.id} = ${insightId})`;
  const lastHeardOn = sql`(select ${insights.lastHeardOn} from ${insights} where ${insights.id} = ${insightId})`;
  const departmentRows = resolved.departments.map(({ id }, position) => ({
    insightId,
    departmentId: id,
    position,
    insightSeq,
    heardOn: draft.heardOn,
    lastHeardOn,
  }));
  const tagRows = resolved.tags.map((tag) => ({ insightId, tagId: tag.id }));
  return Promise.all([
    tx.insert(insightDepartments).values(departmentRows).prepare("insight departments").execute(),
    tagRows.length > 0 && tx.insert(insightTags).values(tagRows).prepare("insight tags").execute(),
    tx
      .insert(insightRevisions)
      .values({
        insightId,
        version,
        editedBy,
        ...revisionRow({ draft, words: resolved }),
      })
      .prepare("revision")
      .execute(),
  ]);
}

/** Takes away what an insight was about, before an edit writes it anew. */
export function clearInsightWords(tx: Tx, insightId: string): Promise<unknown> {
  return Promise.all([
    tx.delete(insightDepartments).where(eq(insightDepartments.insightId, insightId)),
    tx.delete(insightTags).where(eq(insightTags.insightId, insightId)),
  ]);
}

/** Says that the search index no longer holds what this insight says, from this transaction on. */
export async function markForIndexing(tx: Tx, insightId: string): Promise<void> {
  await tx
    .update(insightIndexStates)
    .set({ wanted: sql`${insightIndexStates.wanted} + 1`, changedAt: sql`now()` })
    .where(eq(insightIndexStates.insightId, insightId));
}
