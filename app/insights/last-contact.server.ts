import { type SQL, sql } from "drizzle-orm";
import { insightDepartments, insights } from "#db/schema/insights.server.ts";

/**
 * The last day anything was heard of a department by anybody, corroborations included, among the insights a condition
 * lets through. Two look-ups in two indexes, however much there is.
 */
export function lastContactOf(departmentId: SQL, readable: SQL): SQL {
  const latest = (day: SQL) => sql`(select ${day} from ${insightDepartments}
    join ${insights} on ${insights.id} = ${insightDepartments.insightId}
    where ${insightDepartments.departmentId} = ${departmentId} and ${day} is not null and ${readable}
    order by ${day} desc limit 1)`;
  return sql`greatest(${latest(sql`${insightDepartments.heardOn}`)}, ${latest(sql`${insightDepartments.lastHeardOn}`)})`;
}
