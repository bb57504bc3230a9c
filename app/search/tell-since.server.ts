import { type SQL, sql } from "drizzle-orm";
import { savedSearches } from "#db/schema/saved-searches.server.ts";
import type { TellWhen } from "./saved-search.ts";

/** Since when a saved search tells at once, when that is chosen: from now on, unless it was so already. */
export function tellSinceFor(tell: TellWhen): SQL | null {
  return tell === "at-once"
    ? sql`case when ${savedSearches.tell} = 'at-once' then ${savedSearches.tellSince} else now() end`
    : null;
}
