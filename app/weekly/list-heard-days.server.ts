import { sql } from "drizzle-orm";
import { preparedStatement } from "#db/prepared-rows.server.ts";
import { departmentProfiles } from "#db/schema/department-entries.server.ts";
import { departments } from "#db/schema/departments.server.ts";
import { insightDepartments, insights } from "#db/schema/insights.server.ts";
import { readableInSql } from "../insights/readable.server.ts";
import { allStaffRule } from "../insights/readable.ts";
import type { Day } from "../settings/calendar.ts";
import type { HeardDays } from "./gone-quiet.ts";

type Row = Pick<HeardDays, "slug" | "name" | "rhythm"> & { days: Day[]; latest: string | null };

const mostDays = 12;

const rows = preparedStatement<Row>(
  () => sql`
    select ${departments.slug}, ${departments.name}, ${departmentProfiles.rhythm}, coalesce(heard.days, '{}') as days, heard.latest
    from ${departments}
    left join ${departmentProfiles} on ${departmentProfiles.departmentId} = ${departments.id}
    left join lateral (
      select array_agg(found.day::text order by found.day desc) as days, (array_agg(found.id order by found.day desc))[1] as latest
      from (
        select distinct on (${insightDepartments.heardOn}) ${insightDepartments.heardOn} as day, ${insights.id} as id
        from ${insightDepartments} join ${insights} on ${insights.id} = ${insightDepartments.insightId}
        where ${insightDepartments.departmentId} = ${departments.id}
          and ${insightDepartments.heardOn} <= ${sql.placeholder("upTo")} and ${readableInSql(allStaffRule)}
        order by ${insightDepartments.heardOn} desc limit ${mostDays}
      ) found
    ) heard on true
    where ${departments.closedAt} is null and ${departments.kind} <> 'faculty'`,
);

/** On which days all staff heard of each department last, and the insight by which that is known. */
export function listHeardDays({ upTo }: { upTo: Day }): Promise<Row[]> {
  return rows({ upTo });
}
