import { sql } from "drizzle-orm";
import { preparedStatement } from "#db/prepared-rows.server.ts";
import { departments } from "#db/schema/departments.server.ts";
import { insightDepartments, insights } from "#db/schema/insights.server.ts";
import { people, teams } from "#db/schema/people.server.ts";
import { channels } from "#db/schema/vocabulary.server.ts";
import type { InsightKind, Visibility } from "../insights/insight.ts";
import { readableByReader, readerValues } from "../insights/readable.server.ts";
import type { Person } from "../people/person.ts";
import type { Day } from "../settings/calendar.ts";

/** An insight on a line or two. */
export type HeardThing = {
  id: string;
  text: string;
  kind: InsightKind;
  visibility: Visibility;
  heardOn: Day;
  phrase: string;
  by: string;
  team: string;
  voices: number;
  /** Of a question: whether it has been answered. */
  answered: boolean;
};

const { placeholder } = sql;

const lastThings = preparedStatement<HeardThing>(
  () => sql`select ${insights.id}, left(${insights.plainText}, 600) as text, ${insights.kind}, ${insights.visibility},
      ${insights.heardOn}::text as "heardOn", ${channels.phrase}, ${people.name} as by, ${teams.name} as team, ${insights.voices},
      ${insights.answeredAt} is not null as answered
    from ${insightDepartments}
    join ${insights} on ${insights.id} = ${insightDepartments.insightId}
    join ${people} on ${people.id} = ${insights.authorId}
    join ${teams} on ${teams.id} = ${insights.teamId}
    join ${channels} on ${channels.id} = ${insights.channelId}
    where ${insightDepartments.departmentId} = (select id from ${departments} where slug = ${placeholder("slug")})
      and ${insightDepartments.heardOn} >= ${placeholder("since")}::date and ${insights.supersededById} is null
      and ${readableByReader()}
    order by ${insightDepartments.heardOn} desc, ${insightDepartments.insightSeq} desc
    limit ${placeholder("limit")}`,
);

type Asked = {
  person: Pick<Person, "id" | "team">;
  slug: string;
  limit: number;
  since?: Day;
};

/** What was last heard about a department by any team, as far as this person may read; what was replaced left out. */
export function listLastThings({ person, slug, limit, since = "1900-01-01" }: Asked): Promise<HeardThing[]> {
  return lastThings({ slug, limit, since, ...readerValues(person) });
}
