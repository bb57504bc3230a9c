import { searchParams } from "../http/search-params.server.ts";
import { type Grouping, groupings } from "../weekly/weekly-issue-data.ts";

/** How an issue's address says it is grouped: by department unless it says otherwise. */
export function readGrouping(request: Request): Grouping {
  const { by } = searchParams(request, { one: ["by"] });
  return groupings.find((grouping) => grouping === by) ?? "department";
}
