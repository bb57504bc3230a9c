import { type SQL, sql } from "drizzle-orm";
import type { Person } from "#app/people/person.ts";
import { preparedRows } from "#db/prepared-rows.server.ts";
import { insights } from "#db/schema/insights.server.ts";
import { people } from "#db/schema/people.server.ts";
import { channels } from "#db/schema/vocabulary.server.ts";
import type { FoundHit } from "./ask-index.server.ts";
import { askedWords } from "./asked-words.ts";
import { countFacets } from "./count-facets.server.ts";
import { excerptWithMarks } from "./excerpt-words.ts";
import { type FacetCounts, noCounts } from "./facet-counts.ts";
import { type QueryWords, queryWords } from "./query-words.ts";
import { requestInSql } from "./request-in-sql.server.ts";
import type { SearchRequest } from "./search-request.ts";
import { matchesInText, wordQueries } from "./word-queries.server.ts";

/** Insights whose change the index does not hold yet, found in PostgreSQL: with all words, and with the first only. */
export type OwnHits = { whole: FoundHit[]; partial: FoundHit[] };

type Asked = { person: Person; request: SearchRequest; ids: readonly string[] };
type Row = { id: string; seq: string; text: string; isWhole: boolean };

export async function matchUnconfirmed(asked: Asked): Promise<OwnHits> {
  const query = askedWords(asked.request);
  const means = query.words.length > 0 || asked.request.q === "";
  if (asked.ids.length === 0 || !means) return { whole: [], partial: [] };
  const rows = await preparedRows<Row>(statement(asked, query));
  const phrased = queryWords(asked.request.phrases.join(" "));
  const own: OwnHits = { whole: [], partial: [] };
  for (const { id, seq, text, isWhole } of rows) {
    own[isWhole ? "whole" : "partial"].push({
      id,
      seq: Number(seq),
      excerpt: excerptWithMarks(text, { ...query, words: [...phrased.words, ...query.words] }),
    });
  }
  return own;
}

/** Which of them are meant: those with all the words, with the first, or with any. */
type Which = "whole" | "first" | "any";

/** Ids of those that have any of the words. */
export async function listUnconfirmedWithAny({ person, request, ids }: Asked): Promise<string[]> {
  const { hasAny } = conditions(askedWords(request));
  const rows = await preparedRows<{ id: string }>(sql`
    select ${insights.id} as id from ${insights}
    where ${among(ids)} and ${requestInSql({ person, request })} and ${hasAny}`);
  return rows.map(({ id }) => id);
}

/** Counts the filters' values among those of them that are meant. */
export async function countUnconfirmed({ which, ...asked }: Asked & { which: Which }): Promise<FacetCounts> {
  const query = askedWords(asked.request);
  const means = query.words.length > 0 || asked.request.q === "";
  if (asked.ids.length === 0 || !means) return noCounts();
  const { isWhole, matches, hasAny } = conditions(query);
  const meant = { whole: isWhole, first: matches, any: hasAny }[which];
  return countFacets({ ...asked, matches: sql`${among(asked.ids)} and ${meant}` });
}

function among(ids: readonly string[]): SQL {
  return sql`${insights.id} = any(${sql.param(ids)}::uuid[])`;
}

function statement({ person, request, ids }: Asked, query: QueryWords): SQL {
  const { isWhole, matches, any } = conditions(query);
  const byRank = query.words.length > 0 && request.sort === "relevance";
  return sql`
    select ${insights.id} as id, ${insights.seq} as seq, ${insights.plainText} as text, ${isWhole} as "isWhole"
    from ${insights}
    where ${among(ids)} and ${requestInSql({ person, request })} and ${matches}
    order by ${byRank ? sql`ts_rank(${wholeVector}, ${any}) desc,` : sql``} ${insights.seq} desc`;
}

type Conditions = { isWhole: SQL; matches: SQL; hasAny: SQL; any: SQL };

/** What an insight is found by: the engine finds it by its author, its channel and its month too. */
export const wholeVector: SQL = sql`(${insights.searchVector} || to_tsvector('english', (
  select ${people.name} || ' ' || ${channels.name} || ' ' || to_char(${insights.heardOn}, 'FMMonth YYYY')
  from ${people}, ${channels} where ${people.id} = ${insights.authorId} and ${channels.id} = ${insights.channelId})))`;

function conditions(query: QueryWords): Conditions {
  const { whole, any, first } = wordQueries(query);
  const inText = matchesInText(query, any);
  const hasWords = query.words.length > 0;
  const isWhole = hasWords ? sql`(${wholeVector} @@ ${whole} or ${inText})` : sql`true`;
  const matches = hasWords ? sql`(${wholeVector} @@ ${first} or ${isWhole})` : sql`true`;
  const hasAny = hasWords ? sql`(${wholeVector} @@ ${any} or ${inText})` : sql`true`;
  return { isWhole, matches, hasAny, any };
}
