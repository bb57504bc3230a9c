import { sql } from "drizzle-orm";
import { preparedStatement } from "#db/prepared-rows.server.ts";
import { departments } from "#db/schema/departments.server.ts";
import { insights } from "#db/schema/insights.server.ts";
import { people } from "#db/schema/people.server.ts";
import { settings } from "#db/schema/settings.server.ts";
import { tags } from "#db/schema/vocabulary.server.ts";
import { issuePicks, weeklyIssues } from "#db/schema/weekly.server.ts";
import { readableInSql } from "../insights/readable.server.ts";
import { allStaffRule } from "../insights/readable.ts";

// PostgreSQL's own number of each row's last change, as for an issue's own stamp; what is named by them has few rows.
const stamp = preparedStatement<{ stamp: string }>(
  () => sql`
    with weeks as (
      select ${weeklyIssues.id} as id, ${weeklyIssues.week} as week, ${weeklyIssues}.xmin::text as change
      from ${weeklyIssues} where ${weeklyIssues.closedAt} is not null order by ${weeklyIssues.week} desc
      limit ${sql.placeholder("most")}
    ), parts as (
      select 'i' || ${insights.id} || ${insights}.xmin as part from ${insights}
        where ${readableInSql(allStaffRule)}
          and (${insights.heardWeek} between (select min(week) - 28 from weeks) and (select max(week) from weeks)
            or ${insights.postedWeek} between (select min(week) from weeks) and (select max(week) from weeks))
      union all select 'w' || id || change from weeks
      union all select 'k' || ${issuePicks.insightId} || ${issuePicks}.xmin from ${issuePicks}
        where ${issuePicks.issueId} in (select id from weeks)
      union all select 'd' || ${departments.id} || ${departments}.xmin from ${departments}
      union all select 't' || ${tags.id} || ${tags}.xmin from ${tags}
      union all select 'p' || ${people.id} || ${people}.xmin from ${people}
      union all select 's' || ${settings.key} || ${settings}.xmin from ${settings}
        where ${settings.key} not like 'search-index:%'
    )
    select coalesce(sum(hashtextextended(part, 0)), 0)::text as stamp from parts`,
);

/** Another one whenever anything that the weekly feed is made of has changed in any way: one question, whatever it holds. */
export async function findFeedStamp(mostWeeks: number): Promise<string> {
  const [row] = await stamp({ most: mostWeeks });
  return row?.stamp ?? "";
}
