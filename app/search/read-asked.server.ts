import { findTags } from "#app/vocabulary/coin-tags.server.ts";
import { type AskedRow, askedRows, tagsNamed } from "./asked-rows.ts";
import type { SavedSearch } from "./saved-search.ts";

/** What saved searches ask for, with tags by the names they have today. */
export async function readAsked(
  saved: readonly Pick<SavedSearch, "id" | "address" | "lookedUpTo">[],
): Promise<AskedRow[]> {
  const meant = await findTags(tagsNamed(saved));
  return askedRows(saved, new Map([...meant].map(([asked, { name }]) => [asked, name])));
}
