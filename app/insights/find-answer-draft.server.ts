import type { Person } from "../people/person.ts";
import { excerpt } from "../text/excerpt.ts";
import { draftValues } from "./draft-values.server.ts";
import { findComment } from "./find-comment.server.ts";
import { findInsight } from "./find-insight.server.ts";
import type { FieldValues } from "./insight-fields.tsx";
import type { LinkedInsight } from "./talk.ts";
import { canAnswerWithInsight } from "./talk-policy.ts";

export type AnswerDraft = { question: LinkedInsight; values: FieldValues };

type Asked = { person: Person; questionId: string; commentId: string };

/**
 * What an insight that answers a question begins as: about the same, for the same readers, in the words of the comment
 * it is made of, if it is made of one. Undefined unless this person may answer that question.
 */
export async function findAnswerDraft({
  person,
  questionId,
  commentId,
}: Asked): Promise<AnswerDraft | undefined> {
  const insight = await findInsight({ person, id: questionId });
  if (!insight) return undefined;
  const { card, judged, question, body } = insight;
  const isOne = canAnswerWithInsight(person, { ...judged, kind: card.kind, answeredAt: question.answeredAt });
  if (!isOne) return undefined;
  const comment = await findComment({ person, insightId: card.id, id: commentId });
  const shown = comment && !comment.withdrawnAt && !comment.hiddenAt ? comment : undefined;
  const { departments, visibility } = await draftValues(insight);
  return {
    question: { id: card.id, text: excerpt(body, 160) },
    values: { body: shown?.body ?? "", departments, tags: card.tags, visibility },
  };
}
