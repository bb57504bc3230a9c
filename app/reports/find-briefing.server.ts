import {
  type DepartmentOverview,
  findDepartmentOverview,
} from "../departments/find-department-entries.server.ts";
import type { EnquiryFigures } from "../desk/enquiry-figures.ts";
import { findEnquiryFigures } from "../desk/find-enquiry-figures.server.ts";
import { findKnowledge, type Knowledge } from "../insights/find-knowledge.server.ts";
import type { Person } from "../people/person.ts";
import type { Day } from "../settings/calendar.ts";
import { type Briefing, briefingOf } from "./briefing.ts";
import { type HeardThing, listLastThings } from "./list-last-things.server.ts";
import { listPhrases } from "./list-phrases.server.ts";
import type { Phrase } from "./phrase.ts";

type Asked = { person: Person; slug: string; today: Day };

/** What a briefing is made of. */
export type Known = {
  department: DepartmentOverview;
  heard: HeardThing[];
  figures: EnquiryFigures;
  phrases: Phrase[];
  knowledge: Knowledge;
};

/** All of it in one wave, as far as this person may read; undefined for a department that is not there. */
export async function findKnown({ person, slug, today }: Asked): Promise<Known | undefined> {
  if (!/^[a-z0-9-]{1,80}$/.test(slug)) return undefined;
  const [department, heard, figures, phrases, knowledge] = await Promise.all([
    findDepartmentOverview({ personId: person.id, slug }),
    listLastThings({ person, slug, limit: 25 }),
    findEnquiryFigures({ slug, today }),
    listPhrases(),
    findKnowledge({ person, slug }),
  ]);
  return department && knowledge && { department, heard, figures, phrases, knowledge };
}

/** A department's briefing as far as this person may read; undefined for a department that is not there. */
export async function findBriefing(asked: Asked): Promise<Briefing | undefined> {
  const known = await findKnown(asked);
  return known && briefingOf({ ...known, today: asked.today });
}
