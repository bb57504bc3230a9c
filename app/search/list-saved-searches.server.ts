import { and, desc, eq } from "drizzle-orm";
import type { Person } from "#app/people/person.ts";
import { db } from "#db/client.server.ts";
import { savedSearches } from "#db/schema/saved-searches.server.ts";
import { countNew } from "./count-new.server.ts";
import { findDialect } from "./find-dialect.server.ts";
import { type NewCount, readTellWhen, type SavedSearch } from "./saved-search.ts";

export type ListedSearch = SavedSearch & { fresh: NewCount };

const columns = {
  id: savedSearches.id,
  name: savedSearches.name,
  address: savedSearches.address,
  tell: savedSearches.tell,
  lookedUpTo: savedSearches.lookedUpTo,
};

const nothing: NewCount = { count: 0, more: false };

/** Somebody's saved searches, those used last first, each with how much is new in it. */
export async function listSavedSearches(person: Person): Promise<ListedSearch[]> {
  const [rows] = await Promise.all([
    db
      .select(columns)
      .from(savedSearches)
      .where(eq(savedSearches.personId, person.id))
      .orderBy(desc(savedSearches.usedAt), desc(savedSearches.id)),
    // Counting asks for it next, and finds it kept.
    findDialect(),
  ]);
  const counts = await countNew({ person, saved: rows });
  return rows.map((row) => ({
    ...row,
    tell: readTellWhen(row.tell),
    fresh: counts.get(row.id) ?? nothing,
  }));
}

/** The one somebody has saved of this address, if they have. */
export async function findSavedSearch({
  personId,
  address,
}: {
  personId: string;
  address: string;
}): Promise<SavedSearch | undefined> {
  const [row] = await db
    .select(columns)
    .from(savedSearches)
    .where(and(eq(savedSearches.personId, personId), eq(savedSearches.address, address)));
  return row && { ...row, tell: readTellWhen(row.tell) };
}
