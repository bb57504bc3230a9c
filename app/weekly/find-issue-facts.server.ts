import { sql } from "drizzle-orm";
import { preparedStatement } from "#db/prepared-rows.server.ts";
import { departmentLiaisons, departments } from "#db/schema/departments.server.ts";
import { insights } from "#db/schema/insights.server.ts";
import { issueReadings } from "#db/schema/weekly.server.ts";
import { readableInSql } from "../insights/readable.server.ts";
import { allStaffRule } from "../insights/readable.ts";
import type { Person } from "../people/person.ts";
import { type Day, daysAfter } from "../settings/calendar.ts";

type Row = { counts: Record<Day, number>; own: string[]; readUpTo: number | null };

/** What an issue says beside its cards, in one question: five weeks' counts, whose departments, how far it was read. */
export type IssueFacts = {
  /** All-staff insights by week heard, for this one and the four before; a week without any is absent. */
  counts: ReadonlyMap<Day, number>;
  /** Slugs of the departments the reader looks after today. */
  own: ReadonlySet<string>;
  /** How far the reader has read the issue; undefined when they have not looked at it yet. */
  readUpTo: number | undefined;
};

const reader = sql.placeholder("reader");
const monday = sql.placeholder("monday");

const facts = preparedStatement<Row>(
  () => sql`select
    (select coalesce(json_object_agg(week, found), '{}') from (
      select ${insights.heardWeek} as week, count(*)::int as found from ${insights}
      where ${insights.heardWeek} between ${sql.placeholder("from")} and ${monday} and ${readableInSql(allStaffRule)}
      group by 1) counted) as counts,
    (select coalesce(json_agg(${departments.slug}), '[]') from ${departmentLiaisons}
      join ${departments} on ${departments.id} = ${departmentLiaisons.departmentId}
      where ${departmentLiaisons.personId} = ${reader} and ${departmentLiaisons.untilDate} is null
        and ${departments.closedAt} is null) as own,
    (select ${issueReadings.upTo}::float8 from ${issueReadings}
      where ${issueReadings.personId} = ${reader} and ${issueReadings.week} = ${monday}) as "readUpTo"`,
);

export async function findIssueFacts({
  person,
  monday,
}: {
  person: Person;
  monday: Day;
}): Promise<IssueFacts> {
  const [row] = await facts({ reader: person.id, monday, from: daysAfter(monday, -28) });
  return {
    counts: new Map(Object.entries(row?.counts ?? {})),
    own: new Set(row?.own),
    readUpTo: row?.readUpTo ?? undefined,
  };
}
