import { type SQL, sql } from "drizzle-orm";
import { enquiries } from "#db/schema/enquiries.server.ts";
import { insightDepartments, insights } from "#db/schema/insights.server.ts";

/** The last contact as JSON, with whether it was an enquiry: see `lastContactOf`. */
export function lastContactWithWay(departmentId: SQL, readable: SQL): SQL {
  const { heard, asked } = lastDaysOf(departmentId, readable);
  // Without the offset the planner would look each up three times.
  return sql`(select json_build_object('day', greatest(heard, asked),
      'byEnquiry', asked is not null and (heard is null or asked > heard))
    from (select ${heard} as heard, ${asked} as asked offset 0) as last_days)`;
}

/**
 * The last day anything was heard of a department by anybody, corroborations included, among the insights a condition
 * lets through, or anything was asked at a desk. Three look-ups in three indexes, however much there is.
 */
export function lastContactOf(departmentId: SQL, readable: SQL): SQL {
  const { heard, asked } = lastDaysOf(departmentId, readable);
  return sql`greatest(${heard}, ${asked})`;
}

function lastDaysOf(departmentId: SQL, readable: SQL): { heard: SQL; asked: SQL } {
  // One after the other from the latest day back, until one is readable: a join would let the planner read them all.
  const isReadable = sql`(select true from ${insights}
    where ${insights.id} = ${insightDepartments.insightId} and ${readable})`;
  const latest = (day: SQL) => sql`(select ${day} from ${insightDepartments}
    where ${insightDepartments.departmentId} = ${departmentId} and ${day} is not null and ${isReadable}
    order by ${day} desc limit 1)`;
  const heard = sql`greatest(${latest(sql`${insightDepartments.heardOn}`)}, ${latest(sql`${insightDepartments.lastHeardOn}`)})`;
  const asked = sql`(select max(${enquiries.askedOn}) from ${enquiries}
    where ${enquiries.departmentId} = ${departmentId} and ${enquiries.withdrawnAt} is null)`;
  return { heard, asked };
}
