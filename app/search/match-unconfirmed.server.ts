import { type SQL, sql } from "drizzle-orm";
import type { Person } from "#app/people/person.ts";
import { insights } from "#db/schema/insights.server.ts";
import { people } from "#db/schema/people.server.ts";
import type { FoundHit } from "./ask-index.server.ts";
import { excerptWithMarks } from "./excerpt-words.ts";
import { preparedRows } from "./prepared-rows.server.ts";
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
  const own: OwnHits = { whole: [], partial: [] };
  for (const { id, seq, text, isWhole } of rows) {
    own[isWhole ? "whole" : "partial"].push({ id, seq: Number(seq), excerpt: excerptWithMarks(text, query) });
  }
  return own;
}

function statement({ person, request, ids }: Asked, query: QueryWords): SQL {
  const { whole, any, first } = wordQueries(query);
  const inText = matchesInText(query, any);
  // The engine finds an insight by its author's name too.
  const vector = sql`(${insights.searchVector} || to_tsvector('english',
    (select ${people.name} from ${people} where ${people.id} = ${insights.authorId})))`;
  const hasWords = query.words.length > 0;
  const isWhole = hasWords ? sql`(${vector} @@ ${whole} or ${inText})` : sql`true`;
  const matches = hasWords ? sql`(${vector} @@ ${first} or ${isWhole})` : sql`true`;
  const byRank = hasWords && request.sort === "relevance";
  return sql`
    select ${insights.id} as id, ${insights.seq} as seq, ${insights.plainText} as text, ${isWhole} as "isWhole"
    from ${insights}
    where ${insights.id} = any(${sql.param(ids)}::uuid[]) and ${requestInSql({ person, request })} and ${matches}
    order by ${byRank ? sql`ts_rank(${vector}, ${any}) desc,` : sql``} ${insights.seq} desc`;
}
