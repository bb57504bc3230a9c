import { and, eq } from "drizzle-orm";
import type { Tx } from "#db/client.server.ts";
import { newId } from "#db/new-id.server.ts";
import { runTransaction } from "#db/run-transaction.server.ts";
import { commentRevisions, comments } from "#db/schema/comments.server.ts";
import { recordEvent } from "../events/record-event.server.ts";
import type { Person } from "../people/person.ts";
import { renderMarkdown } from "../text/render-markdown.server.ts";
import { lockInsight } from "./lock-insight.server.ts";
import { recountComments } from "./recount-comments.server.ts";
import { canTalk } from "./talk-policy.ts";

export type Commenting = {
  person: Person;
  /** The insight it stands beneath. */
  id: string;
  /** As `readComment` gave it. */
  body: string;
  /** Made once a form: however often it arrives, one comment is posted. */
  idempotencyKey: string;
  /** When it is posted; now, except where a library's past is brought in. */
  postedAt?: Date;
};

export type CommentOutcome =
  | { outcome: "posted" | "already-posted"; commentId: string }
  | { outcome: "not-possible" };

/** Posts a comment: it, its first revision, the insight's count and its ledger entry are saved together or not at all. */
export async function postComment(commenting: Commenting): Promise<CommentOutcome> {
  const { person, id, body, idempotencyKey, postedAt = new Date() } = commenting;
  const { html, plainText, rendererVersion } = await renderMarkdown(body);
  return runTransaction<CommentOutcome>(async (tx) => {
    const insight = await lockInsight(tx, id);
    if (!insight || !canTalk(person, insight)) return { outcome: "not-possible" };
    const commentId = newId();
    const posted = await tx
      .insert(comments)
      .values({
        id: commentId,
        insightId: id,
        authorId: person.id,
        body,
        html,
        plainText,
        rendererVersion,
        idempotencyKey,
        postedAt,
      })
      .onConflictDoNothing({ target: [comments.authorId, comments.idempotencyKey] })
      .returning({ id: comments.id });
    if (posted.length === 0) return findPosted(tx, commenting);
    await tx.insert(commentRevisions).values({ commentId, version: 1, body, editedAt: postedAt });
    await recountComments(tx, id);
    await recordEvent(tx, { name: "comment.posted", actorId: person.id, subjectId: commentId });
    return { outcome: "posted", commentId };
  });
}

/** The comment this form posted before. A key that was used beneath another insight is no form of ours. */
async function findPosted(tx: Tx, { person, id, idempotencyKey }: Commenting): Promise<CommentOutcome> {
  const [posted] = await tx
    .select({ id: comments.id, insightId: comments.insightId })
    .from(comments)
    .where(and(eq(comments.authorId, person.id), eq(comments.idempotencyKey, idempotencyKey)));
  if (posted?.insightId !== id) return { outcome: "not-possible" };
  return { outcome: "already-posted", commentId: posted.id };
}
