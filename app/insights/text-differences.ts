import { diffWordsWithSpace } from "diff";

/** A run of text that both versions have, or only the earlier, or only the later. */
export type TextPart = { text: string; only?: "before" | "after" };

// Two long texts with nothing in common take the algorithm seconds: beyond this many changes they stand whole.
const mostChanges = 1_500;

/** What changed between two texts, word by word; two whole texts where too much did. */
export function textDifferences(before: string, after: string): TextPart[] {
  const parts = diffWordsWithSpace(before, after, { maxEditLength: mostChanges });
  if (!parts) {
    return [
      { text: before, only: "before" },
      { text: after, only: "after" },
    ];
  }
  return parts.map(({ value, added, removed }) => {
    if (added) return { text: value, only: "after" };
    return removed ? { text: value, only: "before" } : { text: value };
  });
}
