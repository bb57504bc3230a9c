import { listDepartments } from "../departments/list-departments.server.ts";
import { dayIn } from "../settings/calendar.ts";
import { findLibrarySettings } from "../settings/find-library-settings.server.ts";
import { listChannels } from "../vocabulary/list-channels.server.ts";
import { listTags } from "../vocabulary/list-tags.server.ts";
import type { FormChoices } from "./insight-fields.tsx";

/** Everything the posting form lets one choose from, closed departments left out. */
export async function listFormChoices(): Promise<FormChoices> {
  const [departments, channels, tags, settings] = await Promise.all([
    listDepartments(),
    listChannels(),
    listTags(),
    findLibrarySettings(),
  ]);
  return {
    departments: departments
      .filter(({ closed }) => !closed)
      .map(({ slug, name, kind, aliases }) => ({ slug, name, kind, aliases })),
    channels: channels.map(({ slug, name, formality }) => ({ slug, name, formality })),
    tags,
    today: dayIn(settings.timeZone, new Date()),
    departmentWord: settings.departmentWord,
  };
}
