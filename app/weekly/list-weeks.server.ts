import { and, count, desc, lte } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { insights } from "#db/schema/insights.server.ts";
import { readableInSql } from "../insights/readable.server.ts";
import { allStaffRule } from "../insights/readable.ts";
import type { Day } from "../settings/calendar.ts";

const weeksOnAPage = 104;

/** Weeks in which something was heard, the latest first, with how many all-staff insights each holds. */
export function listWeeks({ upTo }: { upTo: Day }): Promise<{ monday: Day; insights: number }[]> {
  return db
    .select({ monday: insights.heardWeek, insights: count() })
    .from(insights)
    .where(and(lte(insights.heardWeek, upTo), readableInSql(allStaffRule)))
    .groupBy(insights.heardWeek)
    .orderBy(desc(insights.heardWeek))
    .limit(weeksOnAPage);
}
