import { sql } from "drizzle-orm";
import { preparedStatement } from "#db/prepared-rows.server.ts";
import { approaches } from "#db/schema/department-entries.server.ts";
import { departmentLiaisons, departments } from "#db/schema/departments.server.ts";
import { insightDepartments, insights } from "#db/schema/insights.server.ts";
import { people, teams } from "#db/schema/people.server.ts";
import { channels } from "#db/schema/vocabulary.server.ts";
import type { Approach } from "../departments/approach.ts";
import type { LiaisonPart } from "../departments/department.ts";
import { readableByReader, readerValues } from "../insights/readable.server.ts";
import type { Person } from "../people/person.ts";
import type { Day } from "../settings/calendar.ts";
import type { HeardThing } from "./list-last-things.server.ts";

/** So many of a month stand in a pack: of the last quarter, and of the months before it. */
const most = { lately: 30, before: 5 } as const;

/** One of a month's insights, with how many the month had. */
type YearThing = HeardThing & { month: string; count: number };
export type FormerLiaison = { handle: string; name: string; part: LiaisonPart; from: Day; until: Day | null };

export type YearRows = {
  /** The month of the first of all that was ever heard. */
  firstMonth: string | null;
  things: YearThing[];
  asked: HeardThing[];
  approaches: Approach[];
  liaisons: FormerLiaison[];
};

const { placeholder } = sql;
const all = (rows: ReturnType<typeof sql>) => sql`(select coalesce(json_agg(one), '[]') from (${rows}) one)`;

/** What is for its reader alone is no part of what is given to another. */
const forOthers = sql`${readableByReader()} and ${insights.visibility} <> 'me'`;
const about = sql`from ${insightDepartments}
  join ${insights} on ${insights.id} = ${insightDepartments.insightId}
  where ${insightDepartments.departmentId} = own.id and ${forOthers} and ${insights.supersededById} is null`;

const thingColumns = sql`${insights.id}, left(${insights.plainText}, 600) as text, ${insights.kind}, ${insights.visibility},
  ${insights.heardOn}::text as "heardOn", ${channels.phrase}, author.name as by, ${teams.name} as team, ${insights.voices},
  ${insights.answeredAt} is not null as answered`;
const thingRows = sql`join ${insights} on ${insights.id} = picked.id
  join ${people} author on author.id = ${insights.authorId}
  join ${teams} on ${teams.id} = ${insights.teamId}
  join ${channels} on ${channels.id} = ${insights.channelId}`;

const year = preparedStatement<YearRows>(
  () => sql`select
      (select to_char(${insightDepartments.heardOn}, 'YYYY-MM') ${about} order by ${insightDepartments.heardOn} limit 1) as "firstMonth",
      ${all(sql`select ${thingColumns}, picked.month, picked.count from (
          select id, month, count, row_number() over (partition by month order by voices desc, heard_on desc, seq desc) as place
          from (
            select ${insights.id}, ${insights.voices}, ${insights.heardOn}, ${insights.seq},
              to_char(${insights.heardOn}, 'YYYY-MM') as month,
              (count(*) over (partition by to_char(${insights.heardOn}, 'YYYY-MM')))::int as count
            ${about} and ${insightDepartments.heardOn} >= ${placeholder("since")}::date) as heard
        ) as picked ${thingRows}
        where picked.place <= case when picked.month >= ${placeholder("lately")}::text then ${placeholder("mostLately")}::int
          else ${placeholder("mostBefore")}::int end
        order by picked.month desc, ${insights.heardOn} desc, ${insights.seq} desc`)} as things,
      ${all(sql`select ${thingColumns} from (
          select ${insights.id} ${about} and ${insights.kind} = 'question' and ${insights.answeredAt} is null
          order by ${insights.seq} desc limit 20) as picked ${thingRows}
        order by ${insights.seq} desc`)} as asked,
      ${all(sql`select id, version, way, what, made_on as "madeOn", outcome, learned,
          (select json_build_object('by', people.name, 'handle', people.handle, 'at', noted_at)
            from ${people} where people.id = noted_by) as noted
        from ${approaches} where department_id = own.id and removed_at is null
        order by made_on desc, noted_at desc limit 200`)} as approaches,
      ${all(sql`select people.handle, people.name, part, from_date as "from", until_date as until
        from ${departmentLiaisons} join ${people} on people.id = person_id
        where department_id = own.id and (until_date is null or until_date > from_date)
        order by until_date desc nulls first, from_date desc, people.name limit 60`)} as liaisons
    from ${departments} own where own.slug = ${placeholder("slug")}`,
);

type Asked = { person: Pick<Person, "id" | "team">; slug: string; since: Day; lately: string };

/** What a pack holds of a department besides its briefing: a year of insights by month, most heard first, and the logs. */
export async function listYear({ person, slug, since, lately }: Asked): Promise<YearRows | undefined> {
  const [found] = await year({
    slug,
    since,
    lately,
    mostLately: most.lately,
    mostBefore: most.before,
    ...readerValues(person),
  });
  return found;
}
