import type { Person } from "../people/person.ts";
import { excerpt } from "../text/excerpt.ts";
import { canConfirm, canUnsupersede } from "./check-policy.ts";
import type { JudgedInsight } from "./policy.ts";
import type { LinkedInsight } from "./talk.ts";

/** Whether an insight still stands, what it replaces, and what this person may say of that. */
export type Standing = { mayConfirm: boolean; mayUnsupersede: boolean; replaces: LinkedInsight[] };

type Known = {
  supersededById: string | null;
  isTheirs: boolean;
  replaces: readonly { id: string; plainText: string }[];
};

/** Of what is known of an insight that this person may open. */
export function standingOf(
  person: Person,
  { judged, known: { replaces, ...known } }: { judged: JudgedInsight; known: Known },
): Standing {
  const checked = { ...judged, supersededById: known.supersededById, isTheirs: known.isTheirs };
  return {
    mayConfirm: canConfirm(person, checked),
    mayUnsupersede: canUnsupersede(person, checked),
    replaces: replaces.map(({ id, plainText }) => ({ id, text: excerpt(plainText, 160) })),
  };
}
