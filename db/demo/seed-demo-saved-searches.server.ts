import { sql } from "drizzle-orm";
import type { Person } from "#app/people/person.ts";
import type { Tx } from "../client.server.ts";
import { newId } from "../new-id.server.ts";
import { savedSearches } from "../schema/saved-searches.server.ts";
import { demoSavedSearches } from "./content/saved-searches.ts";

/** About a fortnight of the demonstration's insights, so that there is something new to see. */
const notLookedAt = 40;

/** The searches that the demonstration's people have saved. Done twice it adds nothing. */
export async function seedDemoSavedSearches(tx: Tx, colleagues: Map<string, Person>): Promise<void> {
  const rows = demoSavedSearches.map(({ by, ...saved }) => {
    const personId = colleagues.get(by)?.id;
    if (!personId) throw new Error(`the demonstration has no ${by}`);
    return {
      id: newId(),
      personId,
      ...saved,
      tellSince: saved.tell === "at-once" ? new Date() : null,
      lookedUpTo: sql`(select coalesce(max(seq) - ${notLookedAt}, 0) from insights)`,
    };
  });
  await tx.insert(savedSearches).values(rows).onConflictDoNothing();
}
