import type { SearchRequest } from "./search-request.ts";

export const filterNames = ["department", "tag", "channel", "kind", "team"] as const;
export type FilterName = (typeof filterNames)[number];

/** Where a request keeps the values of each filter. */
export const filterFields = {
  department: "departments",
  tag: "tags",
  channel: "channels",
  kind: "kinds",
  team: "teams",
} as const satisfies Record<FilterName, keyof SearchRequest>;
