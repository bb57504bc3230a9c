import type { Stretch } from "./date-words.ts";
import type { Facet } from "./facets.ts";
import type { Named } from "./named.ts";
import type { ResultPage } from "./result-page.ts";
import type { Above } from "./search-above.ts";
import type { SearchRequest } from "./search-request.ts";

/** All that the page of a search shows. */
export type SearchPage = {
  request: SearchRequest;
  results: ResultPage;
  facets: Facet[];
  stretches: Stretch[];
  names: { handle: string; name: string }[];
  also: Named[];
  nearest: string[];
  above: Above | null;
  save: boolean;
  problems: string[];
  departmentWord: string;
};

/** As its loader gives it: a document has it in itself; asked for alone it comes as JSON. */
export type SentPage = { q: string; page: SearchPage | string };

/** Remix's way of writing data takes note of each of its thousand values, and three times as long as JSON. */
export function sendPage(page: SearchPage, { asData = false }: { asData?: boolean }): SentPage {
  return { q: page.results.q, page: asData ? JSON.stringify(page) : page };
}

export function readSentPage({ page }: SentPage): SearchPage {
  return typeof page === "string" ? JSON.parse(page) : page;
}
