import { type AskedRow, askedRows } from "./asked-rows.ts";
import { findDialect } from "./find-dialect.server.ts";
import type { SavedSearch } from "./saved-search.ts";

/** What saved searches ask for, with words as they are meant today. */
export async function readAsked(
  saved: readonly Pick<SavedSearch, "id" | "address" | "lookedUpTo">[],
): Promise<AskedRow[]> {
  const { meaningsIn } = await findDialect();
  return askedRows(saved, meaningsIn);
}
