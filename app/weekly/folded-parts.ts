import type { IssuePart } from "./issue-parts.ts";

/** A part with how many of its cards are read at once; the others are a press away, and none at all when it is 0. */
export type FoldedPart = IssuePart & { open: number };

/** An issue of so few cards is read whole. */
const wholeUpTo = 12;
/** Of one part, and of all the departments, themes or teams together that are not the reader's own. */
const most = { each: 2, groups: 5 } as const;

/**
 * How much of each part stands open, so that an issue is read with a coffee: the first cards of each, and of what was
 * heard by department the reader's own and the first few. Everything else is on the page, folded under its name.
 */
export function foldedParts(parts: readonly IssuePart[]): FoldedPart[] {
  const count = parts.reduce((sum, { cards }) => sum + cards.length, 0);
  if (count <= wholeUpTo) return parts.map((part) => ({ ...part, open: part.cards.length }));
  let left: number = most.groups;
  return parts.map((part) => {
    const some = Math.min(most.each, part.cards.length);
    if (part.own || !(part.id.startsWith("about-") || part.id === "earlier")) return { ...part, open: some };
    const open = Math.min(some, left);
    left -= open;
    return { ...part, open };
  });
}
