import { sql } from "drizzle-orm";
import { preparedStatement } from "#db/prepared-rows.server.ts";
import { insights } from "#db/schema/insights.server.ts";
import { weeklyIssues } from "#db/schema/weekly.server.ts";
import { readableInSql } from "../insights/readable.server.ts";
import { allStaffRule } from "../insights/readable.ts";
import type { Day } from "../settings/calendar.ts";
import { excerpt } from "../text/excerpt.ts";

const lineCharacters = 120;

/** A week of the archive: how much all staff heard, and in a line what of. */
export type ListedWeek = { monday: Day; insights: number; line: string };

type Row = { monday: Day; insights: number; lead: string | null; top: string | null };

const rows = preparedStatement<Row>(
  () => sql`
    select counted.monday::text as monday, counted.insights,
      (select ${weeklyIssues.lead} from ${weeklyIssues} where ${weeklyIssues.week} = counted.monday
        and (${weeklyIssues.approvedAt} is not null or ${weeklyIssues.closedAt} is not null)) as lead,
      (select left(${insights.plainText}, 400) from ${insights}
        where ${insights.heardWeek} = counted.monday and ${readableInSql(allStaffRule)}
        order by ${insights.voices} desc, ${insights.seq} desc limit 1) as top
    from (
      select ${insights.heardWeek} as monday, count(*)::int as insights from ${insights}
      where ${insights.heardWeek} between ${sql.placeholder("from")} and ${sql.placeholder("upTo")}
        and ${readableInSql(allStaffRule)}
      group by 1
    ) counted
    order by 1 desc`,
);

/**
 * Weeks in which something was heard, the latest first, each with how many all-staff insights it holds and a line: its
 * editor's lead, else what most colleagues heard. Both are Mondays.
 */
export async function listWeeks({ from, upTo }: { from: Day; upTo: Day }): Promise<ListedWeek[]> {
  const found = await rows({ from, upTo });
  return found.map(({ monday, insights: count, lead, top }) => ({
    monday,
    insights: count,
    line: excerpt(lead || top || "", lineCharacters),
  }));
}

const first = preparedStatement<{ monday: Day | null }>(
  () =>
    sql`select min(${insights.heardWeek})::text as monday from ${insights} where ${readableInSql(allStaffRule)}`,
);

/** The first week in which anything was heard that all staff may read. */
export async function findFirstWeek(): Promise<Day | undefined> {
  const [row] = await first({});
  return row?.monday ?? undefined;
}
