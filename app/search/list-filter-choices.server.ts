import { listDepartments } from "../departments/list-departments.server.ts";
import { insightKindNames, insightKinds } from "../insights/insight.ts";
import { listOfferedTags } from "../insights/list-offered-tags.server.ts";
import { listTeams } from "../people/list-teams.server.ts";
import type { Person } from "../people/person.ts";
import { listChannels } from "../vocabulary/list-channels.server.ts";
import type { FilterChoices } from "./filter-choices.ts";

/** Everything this person can narrow a search by, with the words it is shown in. */
export async function listFilterChoices({ person }: { person: Person }): Promise<FilterChoices> {
  const [departments, tags, channels, teams] = await Promise.all([
    listDepartments(),
    listOfferedTags({ person }),
    listChannels(),
    listTeams(),
  ]);
  return {
    department: departments.map(({ slug, name }) => ({ value: slug, label: name })),
    tag: tags.map(({ name }) => ({ value: name, label: name })),
    channel: channels.map(({ slug, name }) => ({ value: slug, label: name })),
    kind: insightKinds.map((kind) => ({ value: kind, label: insightKindNames[kind] })),
    team: teams.map(({ slug, name }) => ({ value: slug, label: name })),
  };
}
