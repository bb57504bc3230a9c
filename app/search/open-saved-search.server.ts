import { eq, sql } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { insights } from "#db/schema/insights.server.ts";
import { savedSearches } from "#db/schema/saved-searches.server.ts";
import { type OwnSearch, ownSearch } from "./own-search.server.ts";
import type { SavedSearch } from "./saved-search.ts";

/** Notes that its owner looks at it now; answers where it leads and up to where they had looked before. */
export async function openSavedSearch(
  own: OwnSearch,
): Promise<Pick<SavedSearch, "address" | "lookedUpTo"> | undefined> {
  const before = db
    .$with("before")
    .as(
      db
        .select({ id: savedSearches.id, lookedUpTo: savedSearches.lookedUpTo })
        .from(savedSearches)
        .where(ownSearch(own))
        .for("update"),
    );
  const [opened] = await db
    .with(before)
    .update(savedSearches)
    .set({
      lookedUpTo: sql`(select coalesce(max(${insights.seq}), 0) from ${insights})`,
      usedAt: sql`now()`,
    })
    .from(before)
    .where(eq(savedSearches.id, before.id))
    .returning({ address: savedSearches.address, lookedUpTo: before.lookedUpTo });
  return opened;
}
