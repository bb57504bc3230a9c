import { type SQL, sql } from "drizzle-orm";
import { preparedStatement } from "#db/prepared-rows.server.ts";
import { issueReadings } from "#db/schema/weekly.server.ts";
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

export function asReading(row: Row | undefined): HowFarRead {
  return { readUpTo: row?.upTo ?? undefined, stoppedAt: row?.stoppedAt ?? undefined };
}
