import { eq } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { insights } from "#db/schema/insights.server.ts";
import { people } from "#db/schema/people.server.ts";
import type { Person } from "../people/person.ts";
import { isId } from "./insight.ts";
import type { InsightCardData } from "./insight-card-data.ts";
import { canOpen, type JudgedInsight } from "./policy.ts";
import { selectCards } from "./select-cards.server.ts";

/** An insight's own page: its card and what stands only there. */
export type WholeInsight = {
  card: InsightCardData;
  /** Markdown as typed, for editing and quoting. */
  body: string;
  version: number;
  judged: JudgedInsight;
  /** Where it stands as a question, and which one it answers. */
  question: { answeredAt: Date | null; answerCommentId: string | null; answersId: string | null };
  hidden: { by: string | null; reason: string | null } | null;
};

/** One insight, if this person may open it; undefined for unknown and forbidden alike. */
export async function findInsight({
  person,
  id,
}: {
  person: Person;
  id: string;
}): Promise<WholeInsight | undefined> {
  if (!isId(id)) return undefined;
  const [[row], [card]] = await Promise.all([
    db
      .select({
        body: insights.body,
        version: insights.version,
        hiddenReason: insights.hiddenReason,
        hiddenBy: people.name,
        question: {
          answeredAt: insights.answeredAt,
          answerCommentId: insights.answerCommentId,
          answersId: insights.answersId,
        },
        judged: {
          visibility: insights.visibility,
          teamId: insights.teamId,
          authorId: insights.authorId,
          withdrawnAt: insights.withdrawnAt,
          hiddenAt: insights.hiddenAt,
        },
      })
      .from(insights)
      .leftJoin(people, eq(people.id, insights.hiddenBy))
      .where(eq(insights.id, id))
      .prepare("insight")
      .execute(),
    selectCards({ person, where: eq(insights.id, id), orderBy: eq(insights.id, id), limit: 1 }),
  ]);
  if (!row || !card || !canOpen(person, row.judged)) return undefined;
  const { body, version, judged, question, hiddenBy, hiddenReason } = row;
  return {
    card,
    body,
    version,
    judged,
    question,
    hidden: judged.hiddenAt ? { by: hiddenBy, reason: hiddenReason } : null,
  };
}
