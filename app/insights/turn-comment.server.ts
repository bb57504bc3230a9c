import { eq, type SQL } from "drizzle-orm";
import type { Tx } from "#db/client.server.ts";
import { runTransaction } from "#db/run-transaction.server.ts";
import { comments } from "#db/schema/comments.server.ts";
import type { EventName } from "../events/event.ts";
import { recordEvent } from "../events/record-event.server.ts";
import type { Person } from "../people/person.ts";
import { findComment } from "./find-comment.server.ts";
import { type JudgedOutcome, type LockedInsight, lockInsight } from "./lock-insight.server.ts";
import { recountComments } from "./recount-comments.server.ts";
import { reopen } from "./reopen-question.server.ts";
import { type CommentDoing, commentPermissions, type JudgedComment } from "./talk-policy.ts";

export type CommentTurn = { person: Person; insightId: string; id: string };

type Turning = CommentTurn & {
  doing: CommentDoing;
  /** The state it leaves: asked of one that has left it already, it is done. */
  from: Partial<JudgedComment>;
  set: Partial<Record<"withdrawnAt" | "hiddenAt" | "hiddenBy" | "hiddenReason", SQL | string | null>>;
  name: EventName;
};

/** Turns a comment from one state to another, once however often it is asked, if the policy lets this person. */
export function turnComment({
  person,
  insightId,
  id,
  doing,
  from,
  set,
  name,
}: Turning): Promise<JudgedOutcome> {
  return runTransaction<JudgedOutcome>(async (tx) => {
    const insight = await lockInsight(tx, insightId);
    const comment = insight && (await findComment({ person, insightId, id }, tx));
    if (!comment) return { outcome: "not-possible" };
    if (!commentPermissions(person, { insight, comment })[doing]) {
      const before = { ...comment, ...from };
      const isDone = commentPermissions(person, { insight, comment: before })[doing];
      return { outcome: isDone ? "already-done" : "not-possible" };
    }
    await tx
      .update(comments)
      .set(set as Record<string, SQL>)
      .where(eq(comments.id, id));
    await recountComments(tx, insightId);
    await recordEvent(tx, { name, actorId: person.id, subjectId: id, fields: Object.keys(set) });
    if (doing === "withdraw" || doing === "hide") await reopenWithout(tx, { person, insightId, insight, id });
    return { outcome: "done" };
  });
}

/** A question whose answer is taken away is open again. */
async function reopenWithout(
  tx: Tx,
  { person, insightId, insight, id }: CommentTurn & { insight: LockedInsight },
): Promise<void> {
  if (insight.answerCommentId === id) await reopen(tx, { person, id: insightId });
}
