import { and, Column, eq, is, type Placeholder, SQL, sql } from "drizzle-orm";
import { type AnyPgColumn, alias } from "drizzle-orm/pg-core";
import { type Db, db } from "#db/client.server.ts";
import { departments } from "#db/schema/departments.server.ts";
import { files } from "#db/schema/files.server.ts";
import { insightDepartments, insights, insightTags } from "#db/schema/insights.server.ts";
import { people, teams } from "#db/schema/people.server.ts";
import { channels, tags } from "#db/schema/vocabulary.server.ts";
import { corroborations } from "#db/schema/voices.server.ts";
import type { DepartmentName } from "../departments/department.ts";
import type { FileFacts } from "../files/file.ts";
import type { Person } from "../people/person.ts";
import { cardFromText } from "./card-from-text.server.ts";
import type { InsightCardData, ReaderVoice, StillTrue } from "./insight-card-data.ts";
import { readableByReader, readerId, readerValues } from "./readable.server.ts";

const departmentsOfInsight = sql<DepartmentName[]>`(
  select coalesce(json_agg(json_build_object('id', ${departments.id}, 'slug', ${departments.slug}, 'name', ${departments.name})
    order by ${insightDepartments.position}), '[]'::json)
  from ${insightDepartments} join ${departments} on ${departments.id} = ${insightDepartments.departmentId}
  where ${insightDepartments.insightId} = ${insights.id})`;

const tagsOfInsight = sql<string[]>`(
  select coalesce(json_agg(${tags.name} order by ${tags.name}), '[]'::json)
  from ${insightTags} join ${tags} on ${tags.id} = ${insightTags.tagId}
  where ${insightTags.insightId} = ${insights.id})`;

const voiceOfReader = sql<ReaderVoice>`case when ${insights.authorId} = ${readerId} then 'own'
  when exists (select from ${corroborations} where ${corroborations.insightId} = ${insights.id}
    and ${corroborations.personId} = ${readerId} and ${corroborations.withdrawnAt} is null) then 'given'
  else 'none' end`;

const newer = alias(insights, "newer");

/** Whoever may not read the newer one is told nothing of it. */
const supersededById = sql<string | null>`(
  select ${newer.id} from ${insights} ${sql.identifier("newer")}
  where ${and(eq(newer.id, insights.supersededById), readableByReader(newer))})`;

const stillTrue = sql<StillTrue | null>`case when ${insights.confirmedTrueAt} is not null then (
  select json_build_object('by', confirmer.name, 'at', ${insights.confirmedTrueAt})
  from ${people} confirmer where confirmer.id = ${insights.confirmedTrueBy}) end`;

const filesOfInsight = sql<FileFacts[]>`(
  select coalesce(json_agg(json_build_object('id', ${files.id}, 'type', ${files.type}, 'name', ${files.name},
    'bytes', ${files.bytes}, 'width', ${files.width}, 'height', ${files.height},
    'alternativeText', ${files.alternativeText}) order by ${files.position}), '[]'::json)
  from ${files} where ${files.insightId} = ${insights.id} and ${files.removedAt} is null)`;

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
  supersededById,
  reviewOn: insights.reviewOn,
  stillTrue,
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
  voices: insights.voices,
  voiceTeams: insights.voiceTeams,
  lastHeardOn: insights.lastHeardOn,
  comments: insights.comments,
  answered: sql<boolean>`${insights.answeredAt} is not null`,
  readerVoice: voiceOfReader,
  files: filesOfInsight,
};

type Columns = { [name: string]: SQL | AnyPgColumn | Columns };

/** What a card holds, as the text of one JSON object. */
function asJson(columns: Columns): SQL {
  const pairs = Object.entries(columns).map(([name, column]) => {
    const value = is(column, SQL) || is(column, Column) ? column : asJson(column as Columns);
    return sql`${sql`${name}`.inlineParams()}, ${value}`;
  });
  return sql`json_build_object(${sql.join(pairs, sql`, `)})`;
}

const asText = sql`${asJson(cardColumns)}::text`.mapWith(cardFromText);

type Selection = { where: SQL | undefined; orderBy: SQL; limit: number | Placeholder };

type CardsQuery = { execute(values?: Record<string, unknown>): Promise<InsightCardData[]> };

/** Cards in one statement. Who may see them is the caller's condition: every caller's `where` holds the reading rule. */
export function selectCards({
  person,
  ...selection
}: Selection & { person: Person }): Promise<InsightCardData[]> {
  return cardsQuery(db, selection).execute(readerValues(person));
}

/** The same as a query that its caller keeps and gives `readerValues`: its limit may be a placeholder too. */
export function cardsQuery(over: Db, { where, orderBy, limit }: Selection): CardsQuery {
  const query = over
    .select({ card: asText })
    .from(insights)
    .innerJoin(people, eq(people.id, insights.authorId))
    .innerJoin(teams, eq(teams.id, insights.teamId))
    .innerJoin(channels, eq(channels.id, insights.channelId))
    .where(where)
    .orderBy(orderBy)
    .limit(limit)
    .prepare("cards");
  return { execute: async (values) => (await query.execute(values)).map(({ card }) => card) };
}
