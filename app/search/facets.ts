import type { FacetCounts } from "./facet-counts.ts";
import { type FilterName, filterFields, filterNames } from "./filter-choices.ts";
import type { SearchRequest } from "./search-request.ts";

/** A value as a page shows it; its count is null when it is not known. */
export type FacetValue = { value: string; label: string; count: number | null; chosen: boolean };
export type Facet = { name: FilterName; values: FacetValue[] };

export type FilterLabels = Record<FilterName, ReadonlyMap<string, string>>;

const mostShown = 40;

type Given = { request: SearchRequest; counts: FacetCounts; labels: FilterLabels };

/** What a search can be narrowed by, in the order in which a page shows it: what is chosen, then the most frequent. */
export function facetsOf({ request, counts, labels }: Given): Facet[] {
  return filterNames.map((name) => {
    const chosen: readonly string[] = request[filterFields[name]];
    const known = new Map(counts[name].map(({ value, count }) => [value, count]));
    const others = [...known.keys()].filter((value) => !chosen.includes(value)).slice(0, mostShown);
    const values = [...chosen, ...others].map((value) => ({
      value,
      label: labels[name].get(value) ?? value,
      count: known.get(value) ?? null,
      chosen: chosen.includes(value),
    }));
    return { name, values };
  });
}

/** The search with this value chosen, or without it when it is. */
export function withValueTurned(
  request: SearchRequest,
  name: FilterName,
  { value, chosen }: Pick<FacetValue, "value" | "chosen">,
): Partial<SearchRequest> {
  const field = filterFields[name];
  const values: readonly string[] = request[field];
  return { [field]: chosen ? values.filter((other) => other !== value) : [...values, value] };
}
