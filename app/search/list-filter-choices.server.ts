import { listDepartments } from "../departments/list-departments.server.ts";
import { insightKindNames, insightKinds } from "../insights/insight.ts";
import { listTeams } from "../people/list-teams.server.ts";
import { listChannels } from "../vocabulary/list-channels.server.ts";
import { listTags } from "../vocabulary/list-tags.server.ts";
import type { FilterChoices } from "./filter-choices.ts";

/** Everything a search can be narrowed by, with the words it is shown in. */
export async function listFilterChoices(): Promise<FilterChoices> {
  const [departments, tags, channels, teams] = await Promise.all([
    listDepartments(),
    listTags(),
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
