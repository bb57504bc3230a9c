import { sql } from "drizzle-orm";
import type { InsightKind } from "#app/insights/insight.ts";
import { readableByReader, readerValues } from "#app/insights/readable.server.ts";
import type { SimilarInsight } from "#app/insights/similar-insight.ts";
import type { Person } from "#app/people/person.ts";
import type { Day } from "#app/settings/calendar.ts";
import { excerpt } from "#app/text/excerpt.ts";
import { preparedStatement } from "#db/prepared-rows.server.ts";
import { departments } from "#db/schema/departments.server.ts";
import { insightDepartments, insights } from "#db/schema/insights.server.ts";
import { people } from "#db/schema/people.server.ts";
import { corroborations } from "#db/schema/voices.server.ts";

const charactersShown = 160;

export type ReadSimilar = {
  shown: SimilarInsight;
  searchText: string;
  departmentSlugs: string[];
  heardOn: Day;
  lastHeardOn: Day | null;
};

type Row = {
  id: string;
  text: string;
  searchText: string;
  names: string[];
  slugs: string[];
  by: string;
  heardOn: Day;
  lastHeardOn: Day | null;
  kind: InsightKind;
  voices: number;
  given: boolean;
};

/** Of these insights those that somebody else posted and this person may read, superseded ones left out. */
export async function readSimilar({
  person,
  ids,
}: {
  person: Person;
  ids: readonly string[];
}): Promise<ReadSimilar[]> {
  const rows = await find({ ids, ...readerValues(person) });
  return rows.map(
    ({ id, text, searchText, names, slugs, by, heardOn, lastHeardOn, kind, voices, given }) => ({
      shown: {
        id,
        text: excerpt(text, charactersShown),
        about: names.join(" · "),
        by,
        heardOn,
        kind,
        voices,
        given,
      },
      searchText,
      departmentSlugs: slugs,
      heardOn,
      lastHeardOn,
    }),
  );
}

const about = sql`from ${insightDepartments} join ${departments} on ${departments.id} = ${insightDepartments.departmentId}
  where ${insightDepartments.insightId} = ${insights.id}`;

const find = preparedStatement<Row>(
  () => sql`
    select ${insights.id} as id, left(${insights.plainText}, 2000) as text, left(${insights.searchText}, 4000) as "searchText",
      array(select ${departments.name} ${about} order by ${insightDepartments.position}) as names,
      array(select ${departments.slug} ${about} order by ${insightDepartments.position}) as slugs,
      ${people.name} as by, ${insights.heardOn}::text as "heardOn", ${insights.lastHeardOn}::text as "lastHeardOn",
      ${insights.kind} as kind, ${insights.voices} as voices,
      exists (select from ${corroborations} where ${corroborations.insightId} = ${insights.id}
        and ${corroborations.personId} = ${sql.placeholder("readerId")}
        and ${corroborations.withdrawnAt} is null) as given
    from ${insights} join ${people} on ${people.id} = ${insights.authorId}
    where ${insights.id} = any(${sql.placeholder("ids")}::uuid[]) and ${readableByReader()}
      and ${insights.authorId} <> ${sql.placeholder("readerId")} and ${insights.supersededById} is null`,
);
