import { and, type SQL, sql } from "drizzle-orm";
import { readableInSql } from "#app/insights/readable.server.ts";
import { readingRule } from "#app/insights/readable.ts";
import type { Person } from "#app/people/person.ts";
import { departments } from "#db/schema/departments.server.ts";
import { insightDepartments, insights, insightTags } from "#db/schema/insights.server.ts";
import { people, teams } from "#db/schema/people.server.ts";
import { channels, tags } from "#db/schema/vocabulary.server.ts";
import type { SearchRequest } from "./search-request.ts";

/** What of `insights` this person may read and this request asks for, its words apart. */
export function requestInSql({ person, request }: { person: Person; request: SearchRequest }): SQL {
  const condition = and(readableInSql(readingRule(person)), ...filters(request));
  if (!condition) throw new Error("a search without a reading rule would let everyone read everything");
  return condition;
}

/** However many values a list has it is one parameter, so that a statement keeps its text. */
function anyOf(values: readonly string[]): SQL {
  return sql`any(${sql.param(values)}::text[])`;
}

function filters(request: SearchRequest): (SQL | undefined)[] {
  const conditions: SQL[] = [];
  if (request.departments.length > 0) {
    conditions.push(sql`exists (
      select from ${insightDepartments}
      join ${departments} on ${departments.id} = ${insightDepartments.departmentId}
      where ${insightDepartments.insightId} = ${insights.id}
        and ${departments.slug} = ${anyOf(request.departments)})`);
  }
  if (request.tags.length > 0) {
    conditions.push(sql`exists (
      select from ${insightTags} join ${tags} on ${tags.id} = ${insightTags.tagId}
      where ${insightTags.insightId} = ${insights.id} and ${tags.name} = ${anyOf(request.tags)})`);
  }
  if (request.channels.length > 0) {
    conditions.push(sql`${insights.channelId} in (
      select ${channels.id} from ${channels} where ${channels.slug} = ${anyOf(request.channels)})`);
  }
  if (request.teams.length > 0) {
    conditions.push(sql`${insights.teamId} in (
      select ${teams.id} from ${teams} where ${teams.slug} = ${anyOf(request.teams)})`);
  }
  if (request.person !== undefined) {
    conditions.push(sql`${insights.authorId} in (
      select ${people.id} from ${people} where ${people.handle} = ${request.person})`);
  }
  if (request.kinds.length > 0) conditions.push(sql`${insights.kind}::text = ${anyOf(request.kinds)}`);
  if (request.from) conditions.push(sql`${insights.heardOn} >= ${request.from}::date`);
  if (request.to) conditions.push(sql`${insights.heardOn} <= ${request.to}::date`);
  return conditions;
}
