import { and, sql } from "drizzle-orm";
import type { Person } from "#app/people/person.ts";
import { db } from "#db/client.server.ts";
import { insights } from "#db/schema/insights.server.ts";
import { people } from "#db/schema/people.server.ts";
import type { FoundHit } from "./ask-index.server.ts";
import { excerptWithMarks } from "./excerpt-words.ts";
import { queryWords } from "./query-words.ts";
import { requestInSql } from "./request-in-sql.server.ts";
import type { SearchRequest } from "./search-request.ts";
import { matchesInText, wordQueries } from "./word-queries.server.ts";

/** Insights whose change the index does not hold yet, found in PostgreSQL: with all words, and with the first only. */
export type OwnHits = { whole: FoundHit[]; partial: FoundHit[] };

type Row = { id: string; seq: number; text: string; isWhole: boolean };

export async function matchUnconfirmed({
  person,
  request,
  ids,
}: {
  person: Person;
  request: SearchRequest;
  ids: readonly string[];
}): Promise<OwnHits> {
  if (ids.length === 0) return { whole: [], partial: [] };
  const query = queryWords(request.q);
  if (query.words.length === 0 && request.q !== "") return { whole: [], partial: [] };
  const rows = await select({ person, request, ids });
  const hits = rows.map((row) => ({ ...row, excerpt: excerptWithMarks(row.text, query) }));
  return { whole: hits.filter(({ isWhole }) => isWhole), partial: hits.filter(({ isWhole }) => !isWhole) };
}

function select({
  person,
  request,
  ids,
}: {
  person: Person;
  request: SearchRequest;
  ids: readonly string[];
}): Promise<Row[]> {
  const query = queryWords(request.q);
  const { whole, any, first } = wordQueries(query);
  const isAll = query.words.length === 0;
  // The engine finds an insight by its author's name too.
  const vector = sql`(${insights.searchVector} || to_tsvector('english',
    (select ${people.name} from ${people} where ${people.id} = ${insights.authorId})))`;
  const isWhole = isAll
    ? sql<boolean>`true`
    : sql<boolean>`(${vector} @@ ${whole} or ${matchesInText(query, any)})`;
  const matches = isAll ? undefined : sql`(${vector} @@ ${first} or ${isWhole})`;
  const rank = isAll ? sql`0` : sql`ts_rank(${vector}, ${any})`;
  const order =
    request.sort === "newest" || isAll ? sql`${insights.seq} desc` : sql`${rank} desc, ${insights.seq} desc`;
  return db
    .select({ id: insights.id, seq: insights.seq, text: insights.plainText, isWhole })
    .from(insights)
    .where(
      and(sql`${insights.id} = any(${sql.param(ids)}::uuid[])`, requestInSql({ person, request }), matches),
    )
    .orderBy(order);
}
