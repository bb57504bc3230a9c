import { and, eq, isNull, sql } from "drizzle-orm";
import { runTransaction } from "#db/run-transaction.server.ts";
import { summaryCitations, summarySentences } from "#db/schema/department-entries.server.ts";
import { insights } from "#db/schema/insights.server.ts";
import { recordEvent } from "../events/record-event.server.ts";
import type { Person } from "../people/person.ts";
import { readableInSql } from "./readable.server.ts";
import { readingRule } from "./readable.ts";

type Citing = {
  person: Person;
  departmentId: string;
  sentenceId: string;
  insightId: string;
  /** False takes it off again. */
  cited: boolean;
};

/** So many support a sentence; more say no more. */
const mostCitations = 12;

/**
 * Says that an insight supports a sentence of the summary, or no longer does; false when it is none this person may
 * read. The caller has asked `canKeepProfile`.
 */
export function citeInsight({
  person,
  departmentId,
  sentenceId,
  insightId,
  cited,
}: Citing): Promise<boolean> {
  return runTransaction(async (tx) => {
    const [sentence] = await tx
      .select({
        id: summarySentences.id,
        there: sql<number>`(select count(*)::int from ${summaryCitations} where sentence_id = ${sentenceId})`,
      })
      .from(summarySentences)
      .where(
        and(
          eq(summarySentences.id, sentenceId),
          eq(summarySentences.departmentId, departmentId),
          isNull(summarySentences.removedAt),
        ),
      )
      .for("update");
    const [insight] = await tx
      .select({ id: insights.id })
      .from(insights)
      .where(and(eq(insights.id, insightId), readableInSql(readingRule(person))));
    if (!sentence || !insight) return false;
    if (cited && sentence.there >= mostCitations) return false;
    const changed = cited
      ? await tx
          .insert(summaryCitations)
          .values({ sentenceId, insightId, citedBy: person.id })
          .onConflictDoNothing()
          .returning({ id: summaryCitations.sentenceId })
      : await tx
          .delete(summaryCitations)
          .where(and(eq(summaryCitations.sentenceId, sentenceId), eq(summaryCitations.insightId, insightId)))
          .returning({ id: summaryCitations.sentenceId });
    if (changed.length === 0) return true;
    const fields = [cited ? "cited" : "uncited"];
    await recordEvent(tx, { name: "summary.cited", actorId: person.id, subjectId: sentenceId, fields });
    return true;
  });
}
