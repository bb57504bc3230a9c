import { type SQL, sql } from "drizzle-orm";
import { preparedStatement } from "#db/prepared-rows.server.ts";
import { departments } from "#db/schema/departments.server.ts";
import { insightDepartments, insights, insightTags } from "#db/schema/insights.server.ts";
import { tags } from "#db/schema/vocabulary.server.ts";
import { corroborations } from "#db/schema/voices.server.ts";
import { readableInSql } from "../insights/readable.server.ts";
import { allStaffRule } from "../insights/readable.ts";
import { type Day, daysAfter } from "../settings/calendar.ts";
import type { HeardRow } from "./heard-row.ts";

/** More than any library hears in five weeks; a limit all the same, for the rules look at each of them. */
const most = 5_000;

const rows = preparedStatement<HeardRow>(
  () => sql`
    with recursive roots as (
      select ${departments.id} as id, ${departments.slug} as root from ${departments} where ${departments.parentId} is null
      union all
      select child.id, roots.root from ${departments} child join roots on child.parent_id = roots.id
    )
    select ${insights.id}, ${insights.seq}::float8 as seq, ${insights.version}, ${insights.heardWeek}::text as week,
      ${insights.heardOn}::text as "heardOn", ${insights.kind}, ${insights.answeredAt} is not null as answered,
      ${insights.authorId} as author, ${insights.plainText} as text, ${insights.voices},
      array(select ${insights.teamId} union select ${corroborations.teamId} from ${corroborations}
        where ${corroborations.insightId} = ${insights.id} and ${corroborations.withdrawnAt} is null) as teams,
      array(select ${tags.name} from ${insightTags} join ${tags} on ${tags.id} = ${insightTags.tagId}
        where ${insightTags.insightId} = ${insights.id} order by 1) as tags,
      ${aboutWhat()} as departments
    from ${insights}
    where ${insights.heardWeek} between ${sql.placeholder("from")} and ${sql.placeholder("monday")}
      and ${insights.seq} <= ${sql.placeholder("upTo")} and ${readableInSql(allStaffRule)}
    order by ${insights.seq} desc limit ${most}`,
);

function aboutWhat(): SQL {
  return sql`(select coalesce(json_agg(json_build_object('slug', ${departments.slug}, 'name', ${departments.name},
      'root', roots.root) order by ${insightDepartments.position}), '[]')
    from ${insightDepartments} join ${departments} on ${departments.id} = ${insightDepartments.departmentId}
    join roots on roots.id = ${departments.id} where ${insightDepartments.insightId} = ${insights.id})`;
}

/** What all staff may read of the week that begins on `monday` and of the four before it, posted by then. */
export function listHeardRows({
  monday,
  upTo = Number.MAX_SAFE_INTEGER,
}: {
  monday: Day;
  upTo?: number;
}): Promise<HeardRow[]> {
  return rows({ monday, from: daysAfter(monday, -28), upTo });
}
