import { type SQL, sql } from "drizzle-orm";
import { insights } from "#db/schema/insights.server.ts";
import { insightReadings } from "#db/schema/readings.server.ts";
import { corroborations } from "#db/schema/voices.server.ts";
import { issueReadings } from "#db/schema/weekly.server.ts";

/** That a person has not opened, posted or heard too what an insight says, nor read the weekly issue it stood in. */
export function unreadInSql({ id }: { id: string | SQL }): SQL {
  return sql`(${insights.authorId} <> ${id}::uuid
    and not exists (select from ${insightReadings}
      where ${insightReadings.personId} = ${id}::uuid and ${insightReadings.insightId} = ${insights.id})
    and not exists (select from ${corroborations} where ${corroborations.personId} = ${id}::uuid
      and ${corroborations.insightId} = ${insights.id} and ${corroborations.withdrawnAt} is null)
    and not (${insights.visibility} = 'staff' and exists (select from ${issueReadings}
      where ${issueReadings.personId} = ${id}::uuid and ${issueReadings.week} = ${insights.heardWeek}
        and ${issueReadings.upTo} >= ${insights.seq})))`;
}
