import type { Tx } from "#db/client.server.ts";
import { newId } from "#db/new-id.server.ts";
import {
  insightDepartments,
  insightIndexStates,
  insightRevisions,
  insights,
  insightTags,
} from "#db/schema/insights.server.ts";
import { recordEvents } from "../events/record-events.server.ts";
import { type Day, mondayOf } from "../settings/calendar.ts";
import type { RenderedText } from "../text/render-markdown.server.ts";
import type { InsightSource } from "./insight.ts";
import type { InsightDraft } from "./insight-draft.ts";
import { insightRow, revisionRow } from "./insight-row.server.ts";
import type { ResolvedDraft } from "./resolve-draft.server.ts";
import type { ReviewAges } from "./review-age.ts";

export type ReadyInsight = {
  draft: InsightDraft;
  rendered: RenderedText;
  words: ResolvedDraft;
  author: { id: string; teamId: string };
  idempotencyKey: string;
};

type PostingMany = {
  ready: readonly ReadyInsight[];
  /** Who does it, for the ledger; the authors may be others. */
  actorId: string;
  source: InsightSource;
  importId: string;
  /** The library's day, and how soon it asks again about each kind. */
  today: Day;
  ages: ReviewAges;
};

/**
 * Posts many insights in one transaction of the caller's, a statement for each kind of row. Those whose key was used
 * before are left as they are. Returns the ids of the new ones, for whoever sees to the search index.
 */
export async function postInsights(
  tx: Tx,
  { ready, actorId, source, importId, today, ages }: PostingMany,
): Promise<string[]> {
  if (ready.length === 0) return [];
  const byId = new Map(ready.map((insight) => [newId(), insight]));
  const posted = await tx
    .insert(insights)
    .values(
      [...byId].map(([id, { draft, rendered, words, author, idempotencyKey }]) => ({
        id,
        ...insightRow({ draft, rendered, words, ages }),
        postedWeek: mondayOf(today),
        authorId: author.id,
        teamId: author.teamId,
        source,
        importId,
        idempotencyKey,
      })),
    )
    .onConflictDoNothing()
    .returning({ id: insights.id, seq: insights.seq });
  const rows = posted.flatMap((row) => {
    const insight = byId.get(row.id);
    return insight ? [{ ...row, ...insight }] : [];
  });
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const tagRows = rows.flatMap(({ id, words }) =>
    words.tags.map((tag) => ({ insightId: id, tagId: tag.id })),
  );
  await Promise.all([
    tx.insert(insightDepartments).values(rows.flatMap(departmentRows)),
    tagRows.length > 0 && tx.insert(insightTags).values(tagRows),
    tx
      .insert(insightRevisions)
      .values(
        rows.map((row) => ({ insightId: row.id, version: 1, editedBy: row.author.id, ...revisionRow(row) })),
      ),
    tx.insert(insightIndexStates).values(ids.map((insightId) => ({ insightId }))),
    recordEvents(tx, { name: "insight.posted", actorId, subjectIds: ids }),
  ]);
  return ids;
}

type PostedRow = { id: string; seq: number } & ReadyInsight;

function departmentRows({ id, seq, draft, words }: PostedRow) {
  return words.departments.map((department, position) => ({
    insightId: id,
    departmentId: department.id,
    position,
    insightSeq: seq,
    heardOn: draft.heardOn,
  }));
}
