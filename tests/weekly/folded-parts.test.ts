import { expect, test } from "vitest";
import { foldedParts } from "#app/weekly/folded-parts.ts";
import type { IssuePart } from "#app/weekly/issue-parts.ts";

function aPart(id: string, count: number, own = false): IssuePart {
  return {
    id,
    title: id,
    own,
    cards: Array.from({ length: count }, () => ({}) as IssuePart["cards"][number]),
  };
}
const open = (parts: IssuePart[]) => foldedParts(parts).map((part) => part.open);

test("an issue of a dozen cards is read whole", () => {
  expect(open([aPart("victories", 4), aPart("about-law", 8)])).toEqual([4, 8]);
});

test("of a longer one the first cards of each part stand open, and of departments the first five", () => {
  const departments = [4, 1, 3, 2].map((count, at) => aPart(`about-${at}`, count));
  const parts = [aPart("victories", 3), aPart("questions", 9), ...departments, aPart("earlier", 3)];
  expect(open(parts)).toEqual([2, 2, 2, 1, 2, 0, 0]);
});

test("what the reader looks after is never folded whole, and takes no room from the others", () => {
  const own = [3, 3, 3, 3].map((count, at) => aPart(`about-own-${at}`, count, true));
  expect(open([...own, aPart("about-law", 3), aPart("added", 1)])).toEqual([2, 2, 2, 2, 2, 1]);
});

test("no card is lost", () => {
  const parts = [aPart("victories", 30), aPart("about-law", 30)];
  expect(foldedParts(parts).map(({ cards }) => cards.length)).toEqual([30, 30]);
});
