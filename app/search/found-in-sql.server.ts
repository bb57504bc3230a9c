import { type SQL, sql } from "drizzle-orm";
import type { Person } from "#app/people/person.ts";
import { insights } from "#db/schema/insights.server.ts";
import { requestInSql } from "./request-in-sql.server.ts";
import { searchInsights } from "./search-insights.server.ts";
import { findsNothing, type SearchRequest } from "./search-request.ts";

const size = 50;
const mostPages = 20;

/**
 * All that a search finds, as a condition on `insights`: by its filters alone however much it is, with words as far as
 * its pages go, a thousand.
 */
export async function foundInSql(asked: { person: Person; request: SearchRequest }): Promise<SQL> {
  const { person, request } = asked;
  if (findsNothing(request)) return sql`false`;
  if (request.q === "") return requestInSql(asked);
  const ids: string[] = [];
  for (let page = 1; page <= mostPages; page += 1) {
    const { hits, total } = await searchInsights({ person, request: { ...request, page }, size });
    ids.push(...hits.map(({ id }) => id));
    if (page * size >= total) break;
  }
  return sql`${insights.id} = any(${sql.param(ids)}::uuid[])`;
}
