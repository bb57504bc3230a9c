import { findTags } from "#app/vocabulary/coin-tags.server.ts";
import { type AskedRow, askedRows, tagsNamed } from "./asked-rows.ts";
import { findDialect } from "./find-dialect.server.ts";
import type { SavedSearch } from "./saved-search.ts";

/** What saved searches ask for, with tags and words as they are meant today. */
export async function readAsked(
  saved: readonly Pick<SavedSearch, "id" | "address" | "lookedUpTo">[],
): Promise<AskedRow[]> {
  const [meant, { meaningsIn }] = await Promise.all([findTags(tagsNamed(saved)), findDialect()]);
  const tags = new Map([...meant].map(([asked, { name }]) => [asked, name]));
  return askedRows(saved, { tags, meaningsIn });
}
