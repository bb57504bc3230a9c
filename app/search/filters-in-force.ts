import { exactDate } from "../ui/dates.ts";
import type { Stretch } from "./date-words.ts";
import { type Facet, withValueTurned } from "./facets.ts";
import type { SearchRequest } from "./search-request.ts";

/** A filter in force: what to call it, and the search without it. */
export type FilterInForce = { key: string; label: string; without: Partial<SearchRequest> };

type Given = { request: SearchRequest; facets: readonly Facet[]; stretches: readonly Stretch[] };

/** The filters of a request in words, each with what the request would be without it. */
export function filtersInForce({ request, facets, stretches }: Given): FilterInForce[] {
  const chosen = facets.flatMap(({ name, values }) =>
    values
      .filter((value) => value.chosen)
      .map((value) => ({
        key: `${name}-${value.value}`,
        label: value.label,
        without: withValueTurned(request, name, value),
      })),
  );
  const { person, from, to, fresh } = request;
  const by = [
    ...(person ? [{ key: "person", label: `by @${person}`, without: { person: undefined } }] : []),
    ...(fresh ? [{ key: "fresh", label: "still current", without: { fresh: undefined } }] : []),
  ];
  const stretch = stretches.find((one) => one.from === from && one.to === to);
  if (stretch) {
    const without = { from: undefined, to: undefined };
    return [...chosen, ...by, { key: "stretch", label: stretch.words, without }];
  }
  return [
    ...chosen,
    ...by,
    ...(from ? [{ key: "from", label: `from ${exactDate(from)}`, without: { from: undefined } }] : []),
    ...(to ? [{ key: "to", label: `until ${exactDate(to)}`, without: { to: undefined } }] : []),
  ];
}
