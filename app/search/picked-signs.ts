/** The signs for which the box offers what they can be followed by. */
export const pickedSigns = [
  "in",
  "by",
  "tag",
  "channel",
  "kind",
  "team",
  "before",
  "after",
  "since",
  "until",
] as const;
export type PickedSign = (typeof pickedSigns)[number];
