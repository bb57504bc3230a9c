export const structureChangeKinds = [
  "added",
  "renamed",
  "moved",
  "merged",
  "split",
  "closed",
  "reopened",
] as const;

/** What was so before, as far as undoing needs it: names, ids of what went along, days. */
export type StructureDetails = Record<string, string | null | readonly string[]>;
