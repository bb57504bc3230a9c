import { type SQL, sql } from "drizzle-orm";
import { preparedStatement } from "#db/prepared-rows.server.ts";
import { people } from "#db/schema/people.server.ts";
import { issueReadings } from "#db/schema/weekly.server.ts";
import type { ColumnBeside, ToldBeside } from "../people/find-session-person.server.ts";
import type { Person } from "../people/person.ts";
import type { Day } from "../settings/calendar.ts";

/** How far somebody has read an issue: nothing yet when they have not looked at it. */
export type HowFarRead = {
  /** The latest insight that was there when they looked last, by its `seq`. */
  readUpTo?: number;
  /** The insight that was before them when they left. */
  stoppedAt?: string;
};

type Row = { upTo: number | null; stoppedAt: string | null };

/** The row of the `reader` in the week of `monday`, if there is one. */
export const readingRow: SQL = sql`select ${issueReadings.upTo}::float8 as "upTo", ${issueReadings.stoppedAt} as "stoppedAt" from ${issueReadings}
    where ${issueReadings.personId} = ${sql.placeholder("reader")} and ${issueReadings.week} = ${sql.placeholder("monday")}`;

const reading = preparedStatement<Row>(() => readingRow);

type Asked = { person: Pick<Person, "id">; monday: Day };

export async function findIssueReading({ person, monday }: Asked): Promise<HowFarRead> {
  const [row] = await reading({ reader: person.id, monday });
  return asReading(row);
}

// One row whether they have looked at it or not: nothing told is what could not be asked.
const readingOfPerson = () => sql`(
  select json_build_object('upTo', max(${issueReadings.upTo})::float8, 'stoppedAt', max(${issueReadings.stoppedAt}::text))
  from ${issueReadings} where ${issueReadings.personId} = ${people.id} and ${issueReadings.week} = ${sql.placeholder("monday")}::date)`;

const nameOf = (monday: Day) => `how far ${monday} is read`;

/** The same, to be asked in the question for the session of whoever asks for that week's page. */
export function readingBeside(monday: Day): ColumnBeside {
  return { name: nameOf(monday), column: readingOfPerson, values: { monday } };
}

/** As it was told with the session, where that was asked for; else it is asked now. */
export async function readingTold(besideSession: ToldBeside | undefined, asked: Asked): Promise<HowFarRead> {
  const told = besideSession?.name === nameOf(asked.monday) && (await besideSession.told);
  return told ? asReading(told as Row) : findIssueReading(asked);
}

export function asReading(row: Row | undefined): HowFarRead {
  return { readUpTo: row?.upTo ?? undefined, stoppedAt: row?.stoppedAt ?? undefined };
}
