import { and, eq, sql } from "drizzle-orm";
import { runTransaction } from "#db/run-transaction.server.ts";
import { commentRevisions, comments } from "#db/schema/comments.server.ts";
import { recordEvent } from "../events/record-event.server.ts";
import { renderMarkdown } from "../text/render-markdown.server.ts";
import { findComment } from "./find-comment.server.ts";
import { lockInsight } from "./lock-insight.server.ts";
import { commentPermissions } from "./talk-policy.ts";
import type { CommentTurn } from "./turn-comment.server.ts";

type CommentEdit = CommentTurn & {
  /** The version the writer began from: another since then is a conflict, never overwritten. */
  version: number;
  /** As `readComment` gave it. */
  body: string;
};

export type CommentEditOutcome =
  | { outcome: "edited" }
  | { outcome: "not-possible" }
  | { outcome: "changed-meanwhile"; body: string; version: number };

/** Rewrites one's own comment as a new version; every earlier one is kept. */
export async function editComment(edit: CommentEdit): Promise<CommentEditOutcome> {
  const { person, insightId, id, version, body } = edit;
  const { html, plainText, rendererVersion } = await renderMarkdown(body);
  return runTransaction<CommentEditOutcome>(async (tx) => {
    const insight = await lockInsight(tx, insightId);
    const comment = insight && (await findComment({ person, insightId, id }, tx));
    if (!comment || !commentPermissions(person, { insight, comment }).edit)
      return { outcome: "not-possible" };
    if (comment.version !== version) {
      if (comment.body === body) return { outcome: "edited" };
      return { outcome: "changed-meanwhile", body: comment.body, version: comment.version };
    }
    await tx
      .update(comments)
      .set({ body, html, plainText, rendererVersion, version: version + 1, editedAt: sql`now()` })
      .where(and(eq(comments.id, id), eq(comments.version, version)));
    await tx.insert(commentRevisions).values({ commentId: id, version: version + 1, body });
    await recordEvent(tx, { name: "comment.edited", actorId: person.id, subjectId: id, fields: ["body"] });
    return { outcome: "edited" };
  });
}
