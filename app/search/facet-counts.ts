import { type FilterName, filterNames } from "./filter-choices.ts";

/** A value of a filter, and how many of the insights found have it. */
export type ValueCount = { value: string; count: number };

/**
 * What each filter would find. The values of a filter are counted as if none of them were chosen, because choosing
 * a second one widens the search to it.
 */
export type FacetCounts = Record<FilterName, ValueCount[]>;

/** The engine returns this many values of a facet, the most frequent. */
export const mostValues = 200;

export function noCounts(): FacetCounts {
  return { department: [], tag: [], channel: [], kind: [], team: [] };
}

/** The most frequent first, and equals by name. */
export function inOrder(counts: readonly ValueCount[]): ValueCount[] {
  return [...counts].sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}

/** What the engine counted together with what PostgreSQL counted among the insights left out there. */
export function mergeCounts(engine: FacetCounts, own: FacetCounts): FacetCounts {
  const merged = noCounts();
  for (const name of filterNames) {
    const counts = new Map(engine[name].map(({ value, count }) => [value, count]));
    // Of a list cut short what is missing may have any count: nothing is better said than something wrong.
    const isWhole = counts.size < mostValues;
    for (const { value, count } of own[name]) {
      const before = counts.get(value) ?? (isWhole ? 0 : undefined);
      if (before !== undefined) counts.set(value, before + count);
    }
    merged[name] = inOrder([...counts].map(([value, count]) => ({ value, count })));
  }
  return merged;
}
