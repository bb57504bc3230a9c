import { listDepartments } from "#app/departments/list-departments.server.ts";
import { insightKindNames } from "#app/insights/insight.ts";
import { listOfferedTags } from "#app/insights/list-offered-tags.server.ts";
import { listColleagues } from "#app/people/list-colleagues.server.ts";
import type { Person } from "#app/people/person.ts";
import { dayIn } from "#app/settings/calendar.ts";
import { findLibrarySettings } from "#app/settings/find-library-settings.server.ts";
import { findFilterLabels } from "./find-filter-labels.server.ts";
import type { FilterOptions } from "./sign-completions.ts";

/** Everything a person's search can be narrowed to, by the names that whoever types may use. */
export async function listFilterOptions(person: Person): Promise<FilterOptions> {
  const [departments, colleagues, tags, labels, settings] = await Promise.all([
    listDepartments(),
    listColleagues(),
    listOfferedTags({ person }),
    findFilterLabels(),
    findLibrarySettings(),
  ]);
  const named = (names: ReadonlyMap<string, string>) =>
    [...names].map(([value, label]) => ({ value, label })).sort(byLabel);
  const teams = new Map(colleagues.map(({ handle, team }) => [handle, team]));
  return {
    today: dayIn(settings.timeZone, new Date()),
    departmentWord: settings.departmentWord,
    department: departments
      .map(({ slug, name, aliases }) => ({ value: slug, label: name, keywords: [slug, ...aliases] }))
      .sort(byLabel),
    // Who has left has posted.
    person: named(labels.person).map((one) => ({
      ...one,
      detail: teams.get(one.value),
      keywords: [one.value],
    })),
    tag: tags.map(({ name, synonyms }) => ({ value: name, label: name, keywords: synonyms })),
    channel: named(labels.channel),
    kind: named(new Map(Object.entries(insightKindNames))),
    team: named(labels.team),
  };
}

function byLabel(one: { label: string }, other: { label: string }): number {
  return one.label.localeCompare(other.label);
}
