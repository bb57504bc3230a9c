import { type EngineFilter, requestFilter } from "./engine-filter.ts";
import { type FacetCounts, inOrder, noCounts } from "./facet-counts.ts";
import { type FilterName, filterFields, filterNames } from "./filter-choices.ts";
import type { SearchRequest } from "./search-request.ts";

const attributes: Record<FilterName, string> = {
  department: "departments",
  tag: "tags",
  channel: "channel",
  kind: "kind",
  team: "team",
};

/** The filters that have a value chosen: each of them is counted by a question of its own. */
function chosenFilters(request: SearchRequest): FilterName[] {
  return filterNames.filter((name) => request[filterFields[name]].length > 0);
}

/** What is counted along with the hits. */
export function facetsBeside(request: SearchRequest): string[] {
  const apart = chosenFilters(request);
  return filterNames.filter((name) => !apart.includes(name)).map((name) => attributes[name]);
}

/** The questions that only count: one a chosen filter, without that filter. */
export function countingQueries(
  request: SearchRequest,
  always: EngineFilter,
): { filter: EngineFilter; facets: string[]; limit: 0 }[] {
  return chosenFilters(request).map((name) => ({
    filter: [...always, ...requestFilter({ ...request, [filterFields[name]]: [] })],
    facets: [attributes[name]],
    limit: 0,
  }));
}

type Distribution = Record<string, Record<string, number>> | undefined;

/** What the engine counted in all these answers; each counts other attributes. */
export function readCounts(distributions: readonly Distribution[]): FacetCounts {
  const counts = noCounts();
  for (const distribution of distributions) {
    for (const name of filterNames) {
      const found = Object.entries(distribution?.[attributes[name]] ?? {});
      if (found.length > 0) counts[name] = inOrder(found.map(([value, count]) => ({ value, count })));
    }
  }
  return counts;
}
