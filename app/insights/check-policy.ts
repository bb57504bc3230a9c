import { isEditor, type Person } from "../people/person.ts";
import type { JudgedInsight } from "./policy.ts";
import { canTalk } from "./talk-policy.ts";

/** What of an insight and a person decides whether they may say that it is still true, or what replaces it. */
export type CheckedInsight = JudgedInsight & {
  supersededById: string | null;
  /** The person looks after one of its departments. */
  isTheirs: boolean;
};

/** Its author, whoever looks after one of its departments, and editors say whether an insight is still true. */
function canCheck(person: Person, insight: CheckedInsight): boolean {
  const isConcerned = insight.authorId === person.id || insight.isTheirs || isEditor(person);
  return isConcerned && canTalk(person, insight);
}

/** What has been replaced is not asked about any more; its replacement is. */
export function canConfirm(person: Person, insight: CheckedInsight): boolean {
  return canCheck(person, insight) && insight.supersededById === null;
}

/** Whoever took something newer for its replacement may have been wrong. */
export function canUnsupersede(person: Person, insight: CheckedInsight): boolean {
  return canCheck(person, insight) && insight.supersededById !== null;
}
