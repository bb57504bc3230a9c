import type { Person } from "../people/person.ts";
import { draftValues } from "./draft-values.server.ts";
import { findInsight } from "./find-insight.server.ts";
import type { InsightCardData } from "./insight-card-data.ts";
import type { FieldValues } from "./insight-fields.tsx";

type Asked = { person: Person; id: string };

/** The card of one's own insight, to show it where it was posted; nothing once it is withdrawn. */
export async function findJustPosted({ person, id }: Asked): Promise<InsightCardData | undefined> {
  const insight = await findInsight({ person, id });
  if (insight?.judged.authorId !== person.id || insight.judged.withdrawnAt) return undefined;
  return insight.card;
}

/** What a withdrawn insight of one's own said, as values the form can be filled with again. */
export async function findUndone({ person, id }: Asked): Promise<FieldValues | undefined> {
  const insight = await findInsight({ person, id });
  if (insight?.judged.authorId !== person.id || !insight.judged.withdrawnAt) return undefined;
  return draftValues(insight);
}
