import { MeilisearchApiError, MeilisearchError } from "meilisearch";

/** Why the engine did not answer a search, in the words the page, `/health/ready` and the log share. */
export type EngineTrouble = "down" | "key-refused" | "rebuilding" | "off";

const notYetOurIndex = new Set([
  "index_not_found",
  "invalid_search_filter",
  "invalid_search_sort",
  "invalid_search_facets",
  "invalid_search_attributes_to_search_on",
]);

/** The trouble behind an error of the client's; undefined when the error is not the engine's but ours. */
export function engineTrouble(error: unknown): Exclude<EngineTrouble, "off"> | undefined {
  if (error instanceof MeilisearchApiError) {
    if (error.response.status === 401 || error.response.status === 403) return "key-refused";
    return notYetOurIndex.has(error.cause?.code ?? "") ? "rebuilding" : "down";
  }
  // A proxy's answer that is no JSON surfaces as a SyntaxError.
  return error instanceof MeilisearchError || error instanceof SyntaxError ? "down" : undefined;
}

/** True when the engine says that there is no such index, document or key. */
export function isNotFound(error: unknown): boolean {
  return error instanceof MeilisearchApiError && error.response.status === 404;
}

/** What may be logged of an engine's error: its code, never its message, which repeats what was asked. */
export function engineErrorCode(error: unknown): string {
  if (error instanceof MeilisearchApiError) return error.cause?.code ?? String(error.response.status);
  return error instanceof Error ? error.name : "unknown";
}
