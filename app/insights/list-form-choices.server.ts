import { listDepartments } from "../departments/list-departments.server.ts";
import { listColleagues } from "../people/list-colleagues.server.ts";
import type { Person } from "../people/person.ts";
import { dayIn } from "../settings/calendar.ts";
import { findLibrarySettings } from "../settings/find-library-settings.server.ts";
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
  const choices = {
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
  return { choices, lastChannel };
}
