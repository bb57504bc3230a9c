import type { Day } from "../settings/calendar.ts";
import { exactDate } from "../ui/dates.ts";
import {
  type Basis,
  basisNames,
  type InsightKind,
  insightKindNames,
  type Visibility,
  visibilityNames,
} from "./insight.ts";

/** An insight as it stood once. */
export type InsightVersion = {
  version: number;
  editedAt: Date;
  editedBy: string;
  body: string;
  kind: InsightKind;
  basis: Basis;
  channel: string;
  heardOn: Day;
  visibility: Visibility;
  departments: string[];
  tags: string[];
};

export type FieldChange = { field: string; before: string; after: string };

/** What changed beside the text from one version to the next, in the words of the page. */
export function fieldChanges(before: InsightVersion, after: InsightVersion): FieldChange[] {
  const earlier = facts(before);
  return facts(after).flatMap(([field, value], position) => {
    const was = earlier[position]?.[1] ?? "";
    return was === value ? [] : [{ field, before: was || "none", after: value || "none" }];
  });
}

function facts(version: InsightVersion): [field: string, value: string][] {
  return [
    ["Departments", version.departments.join(", ")],
    ["Tags", version.tags.join(", ")],
    ["Channel", version.channel],
    ["Heard on", exactDate(version.heardOn)],
    ["Kind", insightKindNames[version.kind]],
    ["How sure", basisNames[version.basis]],
    ["Who may see it", visibilityNames[version.visibility]],
  ];
}
