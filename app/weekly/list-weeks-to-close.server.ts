import { sql } from "drizzle-orm";
import { preparedStatement } from "#db/prepared-rows.server.ts";
import { insights } from "#db/schema/insights.server.ts";
import { weeklyIssues } from "#db/schema/weekly.server.ts";
import type { Day } from "../settings/calendar.ts";

const most = 500;

// As the weeks' index has them; what is gone opens no week.
const stands = sql`${insights.withdrawnAt} is null and ${insights.hiddenAt} is null`;

const rows = preparedStatement<{ monday: Day }>(
  () => sql`
    with recursive weeks as (
      (select min(${insights.heardWeek}) as monday from ${insights} where ${stands})
      union all
      select monday + 7 from weeks where monday < ${sql.placeholder("upTo")}::date
    )
    select monday::text from weeks
    where monday <= ${sql.placeholder("upTo")}::date
      and not exists (select from ${weeklyIssues} 
        where ${weeklyIssues.week} = monday and ${weeklyIssues.closedAt} is not null)
      and (monday = ${sql.placeholder("upTo")}::date or exists (
        select from ${insights} where ${insights.heardWeek} = monday and ${stands}))
    order by monday desc limit ${most}`,
);

/** Weeks up to this one that are still open, the latest first: those in which something was heard, and this one in any case. */
export async function listWeeksToClose({ upTo }: { upTo: Day }): Promise<Day[]> {
  const found = (await rows({ upTo })).map(({ monday }) => monday);
  return found;
}
