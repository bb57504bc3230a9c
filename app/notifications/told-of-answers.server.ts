import { and, inArray, isNotNull, isNull } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { comments } from "#db/schema/comments.server.ts";
import { insights } from "#db/schema/insights.server.ts";
import { type Candidate, isPast } from "./candidate.ts";
import { entriesNamed, type LedgerEntry } from "./ledger-entry.server.ts";

/** Of an answered question: who asked, and who commented on it. */
export async function toldOfAnswers(ledger: readonly LedgerEntry[]): Promise<Candidate[]> {
  const { entries, subjectIds } = entriesNamed(ledger, ["question.answered"]);
  if (entries.length === 0) return [];
  const [questions, voices] = await Promise.all([
    db
      .select({
        id: insights.id,
        authorId: insights.authorId,
        answeredAt: insights.answeredAt,
        commentId: insights.answerCommentId,
      })
      .from(insights)
      .where(and(inArray(insights.id, subjectIds), isNotNull(insights.answeredAt))),
    db
      .selectDistinct({ insightId: comments.insightId, personId: comments.authorId })
      .from(comments)
      .where(
        and(inArray(comments.insightId, subjectIds), isNull(comments.withdrawnAt), isNull(comments.hiddenAt)),
      ),
  ]);
  return entries.flatMap(({ id, subjectId, actorId, at: heardOfAt }) => {
    const question = questions.find((one) => one.id === subjectId);
    if (!question) return [];
    const at = question.answeredAt ?? heardOfAt;
    const others = voices.filter(({ insightId }) => insightId === subjectId);
    return [question.authorId, ...others.map(({ personId }) => personId)].map((personId) => ({
      kind: "answer",
      personId,
      insightId: subjectId,
      commentId: question.commentId,
      actorId,
      dedupeKey: `answer:${id}`,
      at,
      past: isPast(at, heardOfAt),
    }));
  });
}
