export const structureChangeKinds = [
  "added",
  "renamed",
  "moved",
  "merged",
  "split",
  "closed",
  "reopened",
] as const;
export type StructureChangeKind = (typeof structureChangeKinds)[number];

/** What was so before, as far as undoing needs it: names, ids of what went along, days. */
export type StructureDetails = Record<string, string | null | readonly string[]>;

export const structureChangeWords: Record<StructureChangeKind, string> = {
  added: "added",
  renamed: "renamed",
  moved: "moved",
  merged: "merged into another",
  split: "split",
  closed: "closed",
  reopened: "opened again",
};

export type StructureOutcome =
  | { outcome: "done"; slug: string }
  | { outcome: "not-there" }
  | { outcome: "refused"; problems: Record<string, string> };

export function refuse(field: string, problem: string): StructureOutcome {
  return { outcome: "refused", problems: { [field]: problem } };
}
