import type { Person } from "#app/people/person.ts";
import { listSavedSearches } from "./list-saved-searches.server.ts";
import type { ShownSearch } from "./open-search.tsx";
import { searchesInWords } from "./search-in-words.server.ts";

/** Somebody's saved searches as their page shows them. */
export async function showSavedSearches(person: Person): Promise<ShownSearch[]> {
  const saved = await listSavedSearches(person);
  const asked = await searchesInWords(saved.map(({ address }) => address));
  return saved.map(({ id, name, tell, fresh }, at) => ({ id, name, tell, fresh, asks: asked[at] ?? "" }));
}
