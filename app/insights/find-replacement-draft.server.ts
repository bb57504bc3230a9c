import type { Person } from "../people/person.ts";
import { excerpt } from "../text/excerpt.ts";
import { draftValues } from "./draft-values.server.ts";
import { findBesideInsight } from "./find-beside-insight.server.ts";
import { findInsight } from "./find-insight.server.ts";
import type { FieldValues } from "./insight-fields.tsx";
import { standingOf } from "./standing-of.ts";
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
  const [known, { departments, tags, visibility, kind }] = await Promise.all([
    findBesideInsight({ person, id }),
    draftValues(insight),
  ]);
  if (!standingOf(person, { judged: insight.judged, known }).mayConfirm) return undefined;
  return {
    older: { id: insight.card.id, text: excerpt(insight.body, 160) },
    values: { departments, tags, visibility, kind },
  };
}
