import { rehearsePosting } from "./insights/rehearse-posting.server.ts";
import { rehearseSearch } from "./search/rehearse-search.server.ts";

/**
 * What a server does before anybody asks, so that the first to save and to search wait no longer than the next. Nothing of
 * it is kept, and whatever is away by then is away for readers too, who are told.
 */
export async function rehearse(): Promise<void> {
  await Promise.allSettled([rehearsePosting(), rehearseSearch()]);
}
