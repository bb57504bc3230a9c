import { and, eq, isNull, sql } from "drizzle-orm";
import { runTransaction } from "#db/run-transaction.server.ts";
import { questionAnswers, questionsToAsk } from "#db/schema/department-entries.server.ts";
import { departments } from "#db/schema/departments.server.ts";
import { insights } from "#db/schema/insights.server.ts";
import { recordEvent } from "../events/record-event.server.ts";
import type { Person } from "../people/person.ts";

type Answering = { person: Pick<Person, "id">; questionId: string; insightId: string };

/**
 * Ticks off what was to be asked with one's own insight, for those who may read that; the slug of the question's
 * department, or undefined when there is no such question or insight.
 */
export function answerQuestionToAsk({
  person,
  questionId,
  insightId,
}: Answering): Promise<string | undefined> {
  return runTransaction(async (tx) => {
    const [found] = await tx
      .select({ slug: departments.slug })
      .from(questionsToAsk)
      .innerJoin(departments, eq(departments.id, questionsToAsk.departmentId))
      .innerJoin(insights, and(eq(insights.id, insightId), eq(insights.authorId, person.id)))
      .where(and(sql`${questionsToAsk.id}::text = ${questionId}`, isNull(questionsToAsk.removedAt)));
    if (!found) return undefined;
    const ticked = await tx
      .insert(questionAnswers)
      .values({ questionId, insightId, personId: person.id })
      .onConflictDoNothing()
      .returning({ id: questionAnswers.questionId });
    if (ticked.length > 0) {
      await recordEvent(tx, {
        name: "question-to-ask.answered",
        actorId: person.id,
        subjectId: questionId,
      });
    }
    return found.slug;
  });
}
