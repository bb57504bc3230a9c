import { eq, type Placeholder, type SQL, sql } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { departments } from "#db/schema/departments.server.ts";
import { insightDepartments, insights, insightTags } from "#db/schema/insights.server.ts";
import { people, teams } from "#db/schema/people.server.ts";
import { channels, tags } from "#db/schema/vocabulary.server.ts";
import type { DepartmentName } from "../departments/department.ts";
import type { InsightCardData } from "./insight-card-data.ts";

const departmentsOfInsight = sql<DepartmentName[]>`(
  select coalesce(json_agg(json_build_object('id', ${departments.id}, 'slug', ${departments.slug}, 'name', ${departments.name})
    order by ${insightDepartments.position}), '[]'::json)
  from ${insightDepartments} join ${departments} on ${departments.id} = ${insightDepartments.departmentId}
  where ${insightDepartments.insightId} = ${insights.id})`;

const tagsOfInsight = sql<string[]>`(
  select coalesce(json_agg(${tags.name} order by ${tags.name}), '[]'::json)
  from ${insightTags} join ${tags} on ${tags.id} = ${insightTags.tagId}
  where ${insightTags.insightId} = ${insights.id})`;

const cardColumns = {
  id: insights.id,
  seq: insights.seq,
  html: insights.html,
  kind: insights.kind,
  basis: insights.basis,
  visibility: insights.visibility,
  heardOn: insights.heardOn,
  postedAt: insights.postedAt,
  editedAt: insights.editedAt,
  supersededById: insights.supersededById,
  author: { handle: people.handle, name: people.name, jobTitle: people.jobTitle },
  team: { slug: teams.slug, name: teams.name },
  channel: {
    slug: channels.slug,
    name: channels.name,
    phrase: channels.phrase,
    formality: channels.formality,
  },
  departments: departmentsOfInsight,
  tags: tagsOfInsight,
};

type Selection = { where: SQL | undefined; orderBy: SQL; limit: number | Placeholder };

/** Cards in one statement. Who may see them is the caller's condition: every caller's `where` holds the reading rule. */
export function selectCards(selection: Selection): Promise<InsightCardData[]> {
  return cardsQuery(selection).execute();
}

/** The same as a query that its caller keeps: its limit may be a placeholder too. */
export function cardsQuery({ where, orderBy, limit }: Selection) {
  return db
    .select(cardColumns)
    .from(insights)
    .innerJoin(people, eq(people.id, insights.authorId))
    .innerJoin(teams, eq(teams.id, insights.teamId))
    .innerJoin(channels, eq(channels.id, insights.channelId))
    .where(where)
    .orderBy(orderBy)
    .limit(limit)
    .prepare("cards");
}
