import type { Candidate } from "./candidate.ts";
import { type FacetCounts, inOrder, noCounts } from "./facet-counts.ts";
import { type FilterName, filterNames } from "./filter-choices.ts";

const valuesOf: Record<FilterName, (one: Candidate) => readonly string[]> = {
  department: ({ departments }) => departments,
  tag: ({ tags }) => tags,
  channel: ({ channel }) => [channel],
  kind: ({ kind }) => [kind],
  team: ({ team }) => [team],
};

/** How often each filter's values occur among these. */
export function countCandidates(candidates: readonly Candidate[]): FacetCounts {
  const counts = noCounts();
  for (const name of filterNames) {
    const times = new Map<string, number>();
    for (const candidate of candidates) {
      for (const value of valuesOf[name](candidate)) times.set(value, (times.get(value) ?? 0) + 1);
    }
    counts[name] = inOrder([...times].map(([value, count]) => ({ value, count })));
  }
  return counts;
}
