import { askWhenAllowed } from "./ask-when-allowed.ts";
import type { ResultPage } from "./result-page.ts";
import type { SuggestedInsight } from "./suggested-insight.ts";

/** Asks for a few hits of these words. */
export function askSuggestions(q: string, signal: AbortSignal): Promise<SuggestedInsight[]> {
  return askHits(new URLSearchParams({ q }), signal);
}

/** Asks for the first page of what a search finds: `search` is the part of its address from the question mark on. */
export async function askResults(search: string, signal: AbortSignal): Promise<ResultPage> {
  const parameters = new URLSearchParams(search);
  parameters.set("as", "cards");
  return await askHits<ResultPage>(parameters, signal);
}

function askHits<Answer>(parameters: URLSearchParams, signal: AbortSignal): Promise<Answer> {
  return askWhenAllowed(`/search/hits?${parameters}`, signal);
}
