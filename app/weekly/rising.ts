import type { HeardRow } from "./heard-row.ts";

/** How often a theme was mentioned this week and in each of the four before it, and how much was heard in all. */
export type Mentions = {
  count: number;
  /** Different people who mentioned it this week. */
  people: number;
  before: readonly number[];
  /** All insights of this week, and of each of the four before it. */
  total: number;
  totalBefore: readonly number[];
};

/** A theme on the rise: its name, and the insights of this week that mention it, the latest first. */
export type Rising = {
  theme: string;
  /** A tag that colleagues gave, or words that stand in the texts. */
  is: "tag" | "phrase";
  count: number;
  meanBefore: number;
  insights: readonly HeardRow[];
};

/** A theme mentioned less often is none. */
export const fewest = { mentions: 3, people: 2 } as const;
/** Chance alone brings so much less often than once in a hundred weeks. */
const mostByChance = 0.01;

/**
 * Whether a theme is rising. It is claimed only when at least three insights of two people mention it, and when so many
 * would be rare (less than one in a hundred) if it were mentioned as in the four weeks before. Those are their mean,
 * quiet weeks included, and raised by as much as the whole week is busier: at the start of term everything is said more.
 */
export function isRising({ count, people, before, total, totalBefore }: Mentions): boolean {
  if (count < fewest.mentions || people < fewest.people) return false;
  const busier = Math.max(1, total / Math.max(1, mean(totalBefore)));
  // Half a mention more than there was: four weeks without one do not mean that there is never any.
  const expected = ((sum(before) + 0.5) / 4) * (sum(totalBefore) === 0 ? 1 : busier);
  return chanceOf({ atLeast: count, expected }) < mostByChance;
}

/** The rising ones first in the order in which they stand out; at most so many. */
export function risingThemes(
  themes: Iterable<{ theme: string; is: Rising["is"]; insights: readonly HeardRow[]; mentions: Mentions }>,
  most: number,
): Rising[] {
  return [...themes]
    .filter(({ mentions }) => isRising(mentions))
    .map(({ mentions, ...theme }) => ({ ...theme, count: mentions.count, meanBefore: mean(mentions.before) }))
    .sort(
      (a, b) =>
        b.count - b.meanBefore - (a.count - a.meanBefore) ||
        b.count - a.count ||
        a.theme.localeCompare(b.theme, "en-GB"),
    )
    .slice(0, most);
}

/** How likely so many are, or more, where that many are expected: Poisson's tail. */
function chanceOf({ atLeast, expected }: { atLeast: number; expected: number }): number {
  let term = Math.exp(-expected);
  let below = 0;
  for (let mentions = 0; mentions < atLeast; mentions += 1) {
    below += term;
    term *= expected / (mentions + 1);
  }
  return 1 - below;
}

function sum(counts: readonly number[]): number {
  return counts.reduce((all, count) => all + count, 0);
}

/** Always of four weeks: one of which nothing is known was a quiet one. */
function mean(counts: readonly number[]): number {
  return sum(counts) / 4;
}
