import { and, sql } from "drizzle-orm";
import type { Person } from "#app/people/person.ts";
import { db } from "#db/client.server.ts";
import { insights } from "#db/schema/insights.server.ts";
import type { FoundHit } from "./ask-index.server.ts";
import { askedWords } from "./asked-words.ts";
import { withCorrections } from "./correct-words.server.ts";
import { countFacets } from "./count-facets.server.ts";
import { excerptWithMarks } from "./excerpt-words.ts";
import { type FacetCounts, noCounts } from "./facet-counts.ts";
import { foundBesides } from "./found-besides.server.ts";
import { queryWords } from "./query-words.ts";
import { requestInSql } from "./request-in-sql.server.ts";
import { type SearchRequest, searchLimits } from "./search-request.ts";
import { matchesInText, wordQueries } from "./word-queries.server.ts";

export type DatabaseAnswer = { hits: FoundHit[]; total: number; facets?: FacetCounts };

type Asked = { person: Person; request: SearchRequest; size?: number; facets?: boolean };

/**
 * The search without the engine: insights with any of the words, those with more and rarer of them first, by
 * PostgreSQL's full-text search under the same rule and filters. Basic, and always there.
 */
export async function searchDatabase({
  person,
  request,
  size = searchLimits.hitsOnAPage,
  facets = false,
}: Asked): Promise<DatabaseAnswer> {
  const asked = askedWords(request);
  const shown = queryWords(request.phrases.join(" "));
  if (asked.words.length === 0 && request.q !== "") return { hits: [], total: 0, facets: noCounts() };
  const query = await withCorrections(asked, person);
  const { any } = wordQueries(query);
  const besides = foundBesides(query, any);
  const hasWords = query.words.length > 0;
  const matches = hasWords
    ? sql`(${insights.searchVector} @@ ${any} or ${matchesInText(query, any)} or ${besides.matches})`
    : undefined;
  const byRank = hasWords && request.sort === "relevance";

  const counting = facets ? countFacets({ person, request, matches }) : undefined;
  counting?.catch(() => {});
  const rows = await db
    .select({
      id: insights.id,
      seq: insights.seq,
      text: insights.plainText,
      total: sql<number>`count(*) over ()`.mapWith(Number),
    })
    .from(insights)
    .where(and(requestInSql({ person, request }), matches))
    .orderBy(
      ...(byRank ? [sql`ts_rank(${insights.searchVector}, ${any}) + ${besides.rank} desc`] : []),
      sql`${insights.seq} desc`,
    )
    .limit(size)
    .offset((request.page - 1) * size);
  const isPastTheEnd = rows.length === 0 && request.page > 1;
  if (isPastTheEnd)
    return {
      ...(await searchDatabase({ person, request: { ...request, page: 1 }, size, facets })),
      hits: [],
    };
  return {
    hits: rows.map(({ id, seq, text }) => ({
      id,
      seq,
      excerpt: excerptWithMarks(text, { ...query, words: [...shown.words, ...query.words] }),
    })),
    total: rows[0]?.total ?? 0,
    facets: await counting,
  };
}
