import { and, eq, exists, gte, inArray, lte, type SQL, sql } from "drizzle-orm";
import { readableInSql } from "#app/insights/readable.server.ts";
import { readingRule } from "#app/insights/readable.ts";
import type { Person } from "#app/people/person.ts";
import { db } from "#db/client.server.ts";
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

function filters(request: SearchRequest): (SQL | undefined)[] {
  const one = { one: sql`1` };
  const { departments: slugs, tags: names } = request;
  const ofDepartments = db
    .select(one)
    .from(insightDepartments)
    .innerJoin(departments, eq(departments.id, insightDepartments.departmentId))
    .where(and(eq(insightDepartments.insightId, insights.id), inArray(departments.slug, slugs)));
  const ofTags = db
    .select(one)
    .from(insightTags)
    .innerJoin(tags, eq(tags.id, insightTags.tagId))
    .where(and(eq(insightTags.insightId, insights.id), inArray(tags.name, names)));
  const byChannel = db
    .select({ id: channels.id })
    .from(channels)
    .where(inArray(channels.slug, request.channels));
  const byTeam = db.select({ id: teams.id }).from(teams).where(inArray(teams.slug, request.teams));
  const byPerson = db
    .select({ id: people.id })
    .from(people)
    .where(eq(people.handle, request.person ?? ""));
  return [
    slugs.length > 0 ? exists(ofDepartments) : undefined,
    names.length > 0 ? exists(ofTags) : undefined,
    request.channels.length > 0 ? inArray(insights.channelId, byChannel) : undefined,
    request.kinds.length > 0 ? inArray(insights.kind, request.kinds) : undefined,
    request.teams.length > 0 ? inArray(insights.teamId, byTeam) : undefined,
    request.person === undefined ? undefined : inArray(insights.authorId, byPerson),
    request.from ? gte(insights.heardOn, request.from) : undefined,
    request.to ? lte(insights.heardOn, request.to) : undefined,
  ];
}
