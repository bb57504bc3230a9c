import { and, eq, type SQL } from "drizzle-orm";
import { savedSearches } from "#db/schema/saved-searches.server.ts";

/** One of somebody's own: what is another's is as if it were not there. */
export type OwnSearch = { personId: string; id: string };

export function ownSearch({ personId, id }: OwnSearch): SQL | undefined {
  return and(eq(savedSearches.id, id), eq(savedSearches.personId, personId));
}
