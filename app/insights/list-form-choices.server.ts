import { listDepartments } from "../departments/list-departments.server.ts";
import { canKeepStructure } from "../departments/policy.ts";
import { listColleagues } from "../people/list-colleagues.server.ts";
import { listEditors } from "../people/list-editors.server.ts";
import type { Person } from "../people/person.ts";
import { dayIn } from "../settings/calendar.ts";
import { findLibrarySettings } from "../settings/find-library-settings.server.ts";
import { type DepartmentWord, inOurWords } from "../settings/our-words.ts";
import { listChannels } from "../vocabulary/list-channels.server.ts";
import { findBeginnings } from "./find-beginnings.server.ts";
import type { FormChoices } from "./insight-fields.tsx";
import { listOfferedTags } from "./list-offered-tags.server.ts";

/**
 * Everything the posting form lets this person choose from, closed departments left out but for those an insight
 * being corrected is about already, by their slugs; and the channel they named last.
 */
export async function listFormChoices({
  person,
  kept = [],
}: {
  person: Person;
  kept?: readonly string[];
}): Promise<{ choices: FormChoices; lastChannel: string | undefined }> {
  const [departments, channels, tags, { templates, lastChannel }, colleagues, settings] = await Promise.all([
    listDepartments(),
    listChannels(),
    listOfferedTags({ person }),
    findBeginnings(person.id),
    listColleagues(),
    findLibrarySettings(),
  ]);
  const choices: FormChoices = {
    departments: departments
      .filter(({ closed, slug }) => !closed || kept.includes(slug))
      .map(({ slug, name, closed, kind, aliases }) => ({
        slug,
        name: closed ? `${name} (closed)` : name,
        kind,
        aliases,
      })),
    channels: channels.map(({ slug, name, formality }) => ({ slug, name, formality })),
    tags,
    templates,
    colleagues,
    today: dayIn(settings.timeZone, new Date()),
    departmentWord: settings.departmentWord,
  };
  if (choices.departments.length === 0) choices.none = await whatToDo(person, settings.departmentWord);
  return { choices, lastChannel };
}

/** Nothing can be posted in a library without departments: who may add them is led there, anybody else is told whom to ask. */
async function whatToDo(person: Person, word: DepartmentWord): Promise<FormChoices["none"]> {
  const title = inOurWords("There are no departments to post about yet", word);
  if (canKeepStructure(person))
    return { title, says: inOurWords("Add the first department", word), to: "/settings/departments" };
  const names = (await listEditors()).slice(0, 3).map(({ name }) => name);
  const whom = new Intl.ListFormat("en-GB", { type: "disjunction" }).format(names);
  return {
    title,
    says: inOurWords(`${whom} can add them: ask, and what you write here is kept until then.`, word),
  };
}
