import { and, type SQL, sql } from "drizzle-orm";
import { readableInSql } from "#app/insights/readable.server.ts";
import { readingRule } from "#app/insights/readable.ts";
import type { Person } from "#app/people/person.ts";
import { departments } from "#db/schema/departments.server.ts";
import { insightDepartments, insights, insightTags } from "#db/schema/insights.server.ts";
import { people, teams } from "#db/schema/people.server.ts";
import { channels, tags } from "#db/schema/vocabulary.server.ts";
import { corroborations } from "#db/schema/voices.server.ts";
import { type FilterName, filterFields, filterNames } from "./filter-choices.ts";
import { phrasesInSql } from "./phrases-in-sql.server.ts";
import type { SearchRequest } from "./search-request.ts";
import { unreadInSql } from "./unread-in-sql.server.ts";

type Asked = { person: Person; request: SearchRequest };

/** What of `insights` this person may read and this request asks for, its words apart. */
export function requestInSql({ person, request }: Asked): SQL {
  const chosen = filterNames.map((name) => filterInSql(name, request));
  return and(unfilteredInSql({ person, request }), ...chosen) as SQL;
}

/** The same without the filters that are counted: who may read it, who posted or corroborated it and when it was heard. */
export function unfilteredInSql({ person, request }: Asked): SQL {
  const conditions: SQL[] = [];
  if (request.people.length > 0) conditions.push(byPeopleInSql(anyOf(request.people)));
  if (request.from) conditions.push(sql`${insights.heardOn} >= ${request.from}::date`);
  if (request.to) conditions.push(sql`${insights.heardOn} <= ${request.to}::date`);
  if (request.fresh) conditions.push(freshInSql(sql`${request.fresh}`));
  conditions.push(...phrasesInSql(request));
  if (request.unread) conditions.push(unreadInSql(person));
  const condition = and(readableInSql(readingRule(person)), ...conditions);
  if (!condition) throw new Error("a search without a reading rule would let everyone read everything");
  return condition;
}

/** Posted or corroborated by one of those with these handles; `any` is `any(…)` of them. */
export function byPeopleInSql(any: SQL): SQL {
  const named = sql`select ${people.id} from ${people} where ${people.handle} = ${any}`;
  return sql`(${insights.authorId} in (${named}) or exists (
    select from ${corroborations} where ${corroborations.insightId} = ${insights.id}
      and ${corroborations.personId} in (${named}) and ${corroborations.withdrawnAt} is null))`;
}

/** Neither due a check on this day nor replaced. */
export function freshInSql(day: SQL): SQL {
  return sql`(${insights.supersededById} is null
    and (${insights.reviewOn} is null or ${insights.reviewOn} > ${day}::date))`;
}

/** One filter of the request; undefined when nothing is chosen in it. */
export function filterInSql(name: FilterName, request: SearchRequest): SQL | undefined {
  const values = request[filterFields[name]];
  return values.length > 0 ? filtersInSql[name](anyOf(values)) : undefined;
}

/** However many values a list has it is one parameter, so that a statement keeps its text. */
function anyOf(values: readonly string[]): SQL {
  return sql`any(${sql.param(values)}::text[])`;
}

/** Each filter as a condition on `insights`; `any` is `any(…)` of what is chosen. */
export const filtersInSql: Record<FilterName, (any: SQL) => SQL> = {
  department: (any) => sql`exists (
    select from ${insightDepartments}
    join ${departments} on ${departments.id} = ${insightDepartments.departmentId}
    where ${insightDepartments.insightId} = ${insights.id} and ${departments.slug} = ${any})`,
  tag: (any) => sql`exists (
    select from ${insightTags} join ${tags} on ${tags.id} = ${insightTags.tagId}
    where ${insightTags.insightId} = ${insights.id} and ${tags.name} = ${any})`,
  channel: (any) => sql`${insights.channelId} in (
    select ${channels.id} from ${channels} where ${channels.slug} = ${any})`,
  kind: (any) => sql`${insights.kind}::text = ${any}`,
  team: (any) => sql`${insights.teamId} in (
    select ${teams.id} from ${teams} where ${teams.slug} = ${any})`,
};
