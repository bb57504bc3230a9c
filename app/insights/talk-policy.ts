import { isEditor, type Person } from "../people/person.ts";
import type { InsightKind } from "./insight.ts";
import type { JudgedInsight } from "./policy.ts";
import { canRead, type ReadableFields } from "./readable.ts";

/** What of an insight decides who may say what about it. */
export type TalkedInsight = JudgedInsight & { kind: InsightKind; answeredAt: Date | null };

/** Whoever may read an insight may talk about it, while it is neither withdrawn nor hidden. */
export function canTalk(person: Person, insight: JudgedInsight): boolean {
  return canRead(person, insight) && !insight.withdrawnAt && !insight.hiddenAt;
}

/** Everybody who may read it may say they have heard it too, save its author, whose voice it is already. */
export function canCorroborate(person: Person, insight: JudgedInsight): boolean {
  return canTalk(person, insight) && insight.authorId !== person.id;
}

/** Nobody thanks themselves. */
export function canThank(person: Person, insight: JudgedInsight): boolean {
  return canTalk(person, insight) && insight.authorId !== person.id;
}

/** Whoever may read it may point colleagues to it, unless there is none who may read it. */
export function canTell(person: Person, insight: JudgedInsight): boolean {
  return canTalk(person, insight) && insight.visibility !== "me";
}

/** A colleague can be told of what they may read, and nobody of what they posted themselves. */
export function canBeTold(colleague: Pick<Person, "id" | "team">, insight: ReadableFields): boolean {
  return canRead(colleague, insight) && insight.authorId !== colleague.id;
}

/** Whoever asked a question says which comment answers it, and whether it is open again; so does an editor. */
export function canSettle(person: Person, insight: TalkedInsight): boolean {
  const settles = insight.authorId === person.id || isEditor(person);
  return insight.kind === "question" && settles && canTalk(person, insight);
}

/** Whoever may read a question may answer it with an insight of their own. */
export function canAnswerWithInsight(person: Person, insight: TalkedInsight): boolean {
  return insight.kind === "question" && canTalk(person, insight);
}

/** What a person may do about an insight they can open, by the name of each doing. */
export function talkPermissions(person: Person, insight: TalkedInsight) {
  return {
    comment: canTalk(person, insight),
    corroborate: canCorroborate(person, insight),
    thank: canThank(person, insight),
    tell: canTell(person, insight),
    settle: canSettle(person, insight),
    answerWithInsight: canAnswerWithInsight(person, insight),
  };
}

export type TalkPermissions = ReturnType<typeof talkPermissions>;

/** What of a comment decides who may do what with it. */
export type JudgedComment = { authorId: string; withdrawnAt: Date | null; hiddenAt: Date | null };

/** A comment is read by whoever may open its insight; withdrawn, by its author alone; hidden, by them and editors. */
export function canSeeComment(person: Person, comment: JudgedComment): boolean {
  if (comment.authorId === person.id) return true;
  return !comment.withdrawnAt && (!comment.hiddenAt || isEditor(person));
}

/** What a person may do with a comment on an insight they can open. */
export function commentPermissions(
  person: Person,
  { insight, comment }: { insight: JudgedInsight; comment: JudgedComment },
): Record<CommentDoing, boolean> {
  const talks = canTalk(person, insight);
  const mine = comment.authorId === person.id;
  const { withdrawnAt, hiddenAt } = comment;
  return {
    edit: talks && mine && !withdrawnAt && !hiddenAt,
    withdraw: talks && mine && !withdrawnAt,
    restore: talks && mine && withdrawnAt !== null,
    hide: talks && isEditor(person) && !withdrawnAt && !hiddenAt,
    unhide: talks && isEditor(person) && !withdrawnAt && hiddenAt !== null,
  };
}

export type CommentDoing = "edit" | "withdraw" | "restore" | "hide" | "unhide";
