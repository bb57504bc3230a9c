import type { UnchangedSince } from "../events/stands-unchanged.server.ts";
import { listInsightCards } from "../insights/list-insight-cards.server.ts";
import type { Person } from "../people/person.ts";
import type { FacetCounts } from "./facet-counts.ts";
import type { IndexView } from "./index-view.server.ts";
import { keepRead } from "./keep-read.server.ts";
import type { ResultPage } from "./result-page.ts";
import { searchInsights } from "./search-insights.server.ts";
import type { SearchRequest } from "./search-request.ts";
import { writeQuery } from "./write-query.ts";

type Asked = {
  person: Person;
  request: SearchRequest;
  view?: Promise<IndexView>;
  facets?: boolean;
  typing?: boolean;
  /** As `AppLoadContext` has it: what nothing has changed of is not read again. */
  unchangedSince?: UnchangedSince;
};

type Found = { person: Person; ids: readonly string[] };

const readCards = keepRead({ read: listInsightCards, most: 4_000 });

/** A search as its page shows it: the cards of what was found. */
export async function searchCards(asked: Asked): Promise<ResultPage & { facets?: FacetCounts }> {
  const { unchangedSince } = asked;
  const answer = await searchInsights({
    ...asked,
    read: (found: Found) => readCards({ ...found, unchangedSince }),
  });
  const { total, totalIsExact, basic, reason, facets } = answer;
  // The excerpt stands for the text; nor is anything else sent that no card shows.
  const found = answer.hits.map(({ excerpt, matched, item: { html, seq, postedAt, ...card } }) => ({
    ...card,
    excerpt,
    matched,
  }));
  return {
    q: writeQuery(asked.request),
    page: asked.request.page,
    found,
    total,
    totalIsExact,
    basic,
    reason,
    facets,
  };
}
