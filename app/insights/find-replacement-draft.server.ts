import type { Person } from "../people/person.ts";
import { excerpt } from "../text/excerpt.ts";
import { draftValues } from "./draft-values.server.ts";
import { findInsight } from "./find-insight.server.ts";
import { findStanding } from "./find-standing.server.ts";
import type { FieldValues } from "./insight-fields.tsx";
import type { LinkedInsight } from "./talk.ts";

/**
 * What an insight that replaces another begins as: about the same, for the same readers, still to be written. Undefined
 * unless this person may say what replaces it.
 */
export async function findReplacementDraft({
  person,
  id,
}: {
  person: Person;
  id: string;
}): Promise<{ older: LinkedInsight; values: FieldValues } | undefined> {
  const insight = await findInsight({ person, id });
  if (!insight) return undefined;
  const [{ mayConfirm }, { departments, tags, visibility, kind }] = await Promise.all([
    findStanding(person, insight),
    draftValues(insight),
  ]);
  if (!mayConfirm) return undefined;
  return {
    older: { id: insight.card.id, text: excerpt(insight.body, 160) },
    values: { departments, tags, visibility, kind },
  };
}
