import { findDepartment } from "../departments/find-department.server.ts";
import { findDepartmentEntries } from "../departments/find-department-entries.server.ts";
import { findEnquiryFigures } from "../desk/find-enquiry-figures.server.ts";
import { listQuestionsToAsk } from "../insights/list-questions-to-ask.server.ts";
import type { Person } from "../people/person.ts";
import type { Day } from "../settings/calendar.ts";
import { type Briefing, briefingOf } from "./briefing.ts";
import { listLastThings } from "./list-last-things.server.ts";
import { listPhrases } from "./list-phrases.server.ts";

/** A department's briefing as far as this person may read; undefined for a department that is not there. */
export async function findBriefing({
  person,
  slug,
  today,
}: {
  person: Person;
  slug: string;
  today: Day;
}): Promise<Briefing | undefined> {
  if (!/^[a-z0-9-]{1,80}$/.test(slug)) return undefined;
  const [department, entries, heard, figures, phrases] = await Promise.all([
    findDepartment(slug),
    findDepartmentEntries(slug),
    listLastThings({ person, slug, limit: 25 }),
    findEnquiryFigures({ slug, today }),
    listPhrases(),
  ]);
  if (!department || !entries) return undefined;
  const questions = await listQuestionsToAsk({ person, departmentId: department.id });
  return briefingOf({ department, ...entries, heard, questions, figures, phrases, today });
}
