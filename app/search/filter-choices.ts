import type { SearchRequest } from "./search-request.ts";

export const filterNames = ["department", "tag", "channel", "kind", "team"] as const;
export type FilterName = (typeof filterNames)[number];

export type Choice = { value: string; label: string };
export type FilterChoices = Record<FilterName, Choice[]>;

/** Where a request keeps the values of each filter. */
export const filterFields = {
  department: "departments",
  tag: "tags",
  channel: "channels",
  kind: "kinds",
  team: "teams",
} as const satisfies Record<FilterName, keyof SearchRequest>;

/** A filter in force: what to call it, and the search without it. */
export type FilterInForce = { key: string; label: string; without: Partial<SearchRequest> };

/** The filters of a request in words, each with what the request would be without it. */
export function filtersInForce(request: SearchRequest, choices: FilterChoices): FilterInForce[] {
  const chosen = filterNames.flatMap((name) => {
    const values: readonly string[] = request[filterFields[name]];
    return values.map((value) => ({
      key: `${name}-${value}`,
      label: choices[name].find((choice) => choice.value === value)?.label ?? value,
      without: { [filterFields[name]]: values.filter((other) => other !== value) },
    }));
  });
  const { person, from, to } = request;
  return [
    ...chosen,
    ...(person ? [{ key: "person", label: `by @${person}`, without: { person: undefined } }] : []),
    ...(from ? [{ key: "from", label: `from ${from}`, without: { from: undefined } }] : []),
    ...(to ? [{ key: "to", label: `until ${to}`, without: { to: undefined } }] : []),
  ];
}
