import { type SQL, sql } from "drizzle-orm";
import type { Person } from "#app/people/person.ts";
import { preparedRows } from "#db/prepared-rows.server.ts";
import { insights } from "#db/schema/insights.server.ts";
import { people } from "#db/schema/people.server.ts";
import type { FoundHit } from "./ask-index.server.ts";
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
  const query = queryWords(asked.request.q);
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

/** Counts the filters' values among them, with all words or, unless `strict`, with the first only. */
export async function countUnconfirmed({
  strict,
  ...asked
}: Asked & { strict: boolean }): Promise<FacetCounts> {
  const query = queryWords(asked.request.q);
  const means = query.words.length > 0 || asked.request.q === "";
  if (asked.ids.length === 0 || !means) return noCounts();
  const { isWhole, matches } = conditions(query);
  return countFacets({ ...asked, matches: sql`${among(asked.ids)} and ${strict ? isWhole : matches}` });
}

function among(ids: readonly string[]): SQL {
  return sql`${insights.id} = any(${sql.param(ids)}::uuid[])`;
}

function statement({ person, request, ids }: Asked, query: QueryWords): SQL {
  const { isWhole, matches, vector, any } = conditions(query);
  const byRank = query.words.length > 0 && request.sort === "relevance";
  return sql`
    select ${insights.id} as id, ${insights.seq} as seq, ${insights.plainText} as text, ${isWhole} as "isWhole"
    from ${insights}
    where ${among(ids)} and ${requestInSql({ person, request })} and ${matches}
    order by ${byRank ? sql`ts_rank(${vector}, ${any}) desc,` : sql``} ${insights.seq} desc`;
}

function conditions(query: QueryWords): { isWhole: SQL; matches: SQL; vector: SQL; any: SQL } {
  const { whole, any, first } = wordQueries(query);
  const inText = matchesInText(query, any);
  // The engine finds an insight by its author's name too.
  const vector = sql`(${insights.searchVector} || to_tsvector('english',
    (select ${people.name} from ${people} where ${people.id} = ${insights.authorId})))`;
  const hasWords = query.words.length > 0;
  const isWhole = hasWords ? sql`(${vector} @@ ${whole} or ${inText})` : sql`true`;
  const matches = hasWords ? sql`(${vector} @@ ${first} or ${isWhole})` : sql`true`;
  return { isWhole, matches, vector, any };
}
