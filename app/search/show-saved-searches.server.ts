import type { Person } from "#app/people/person.ts";
import { findFilterLabels } from "./find-filter-labels.server.ts";
import { listSavedSearches } from "./list-saved-searches.server.ts";
import { nearEnough, nearEnoughWords } from "./near-enough.ts";
import type { ShownSearch } from "./open-search.tsx";
import { savedRequest } from "./saved-search.ts";
import { searchesInWords } from "./search-in-words.server.ts";

/** Somebody's saved searches as their page shows them: two questions to the database, one after the other. */
export async function showSavedSearches(person: Person): Promise<ShownSearch[]> {
  const [saved] = await Promise.all([listSavedSearches(person), findFilterLabels()]);
  const asked = await searchesInWords(saved.map(({ address }) => address));
  return saved.map(({ id, name, address, tell, fresh }, at) => {
    const near = nearEnough(savedRequest(address).q);
    const asks = asked[at] ?? "";
    return { id, name, tell, fresh, asks, near: near && nearEnoughWords(near) };
  });
}
