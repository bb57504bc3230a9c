import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "#db/client.server.ts";
import { runTransaction } from "#db/run-transaction.server.ts";
import { insights } from "#db/schema/insights.server.ts";
import { recordEvent } from "../events/record-event.server.ts";
import type { Person } from "../people/person.ts";
import { findComment } from "./find-comment.server.ts";
import { type JudgedOutcome, lockInsight } from "./lock-insight.server.ts";
import { isReadWherever } from "./readable.ts";
import { canAnswerWithInsight, canSettle } from "./talk-policy.ts";
import type { Turn } from "./turn-insight.server.ts";

/** Whoever asked, or an editor, says which comment answers the question; another one may take its place later. */
export function answerQuestion({
  person,
  id,
  commentId,
}: Turn & { commentId: string }): Promise<JudgedOutcome> {
  return runTransaction<JudgedOutcome>(async (tx) => {
    const question = await lockInsight(tx, id);
    if (!question || !canSettle(person, question)) return { outcome: "not-possible" };
    const comment = await findComment({ person, insightId: id, id: commentId }, tx);
    if (!comment || comment.withdrawnAt || comment.hiddenAt) return { outcome: "not-possible" };
    if (question.answerCommentId === commentId) return { outcome: "already-done" };
    await close(tx, { person, id, commentId });
    return { outcome: "done" };
  });
}

type WithInsight = { person: Person; questionId: string; answerId: string };

/**
 * An insight just posted says that it answers a question: the two lead to each other, and the question is answered, if
 * all who may read it may read the answer as well.
 */
export function answerWithInsight({ person, questionId, answerId }: WithInsight): Promise<JudgedOutcome> {
  return runTransaction<JudgedOutcome>(async (tx) => {
    const question = await lockInsight(tx, questionId);
    if (!question || !canAnswerWithInsight(person, question)) return { outcome: "not-possible" };
    const [answer] = await tx
      .update(insights)
      .set({ answersId: questionId })
      .where(and(eq(insights.id, answerId), eq(insights.authorId, person.id)))
      .returning({ visibility: insights.visibility, teamId: insights.teamId, authorId: insights.authorId });
    if (!answer || question.answeredAt || !isReadWherever(question, answer))
      return { outcome: "already-done" };
    await close(tx, { person, id: questionId, commentId: null });
    return { outcome: "done" };
  });
}

type Closing = Turn & { commentId: string | null };

async function close(tx: Tx, { person, id, commentId }: Closing): Promise<void> {
  await tx
    .update(insights)
    .set({ answeredAt: sql`now()`, answerCommentId: commentId })
    .where(eq(insights.id, id));
  await recordEvent(tx, { name: "question.answered", actorId: person.id, subjectId: id });
}
