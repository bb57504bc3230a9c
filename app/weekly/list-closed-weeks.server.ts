import { desc, isNotNull, sql } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { weeklyIssues } from "#db/schema/weekly.server.ts";
import type { Day } from "../settings/calendar.ts";

/** The weeks closed last, the latest first, and since when each stands as it stands. */
export function listClosedWeeks(most: number): Promise<{ monday: Day; closedAt: Date; updatedAt: Date }[]> {
  return db
    .select({
      monday: weeklyIssues.week,
      closedAt: sql<Date>`${weeklyIssues.closedAt}`.mapWith(weeklyIssues.closedAt),
      updatedAt: sql<Date>`greatest(${weeklyIssues.closedAt}, ${weeklyIssues.editedAt})`.mapWith(
        weeklyIssues.closedAt,
      ),
    })
    .from(weeklyIssues)
    .where(isNotNull(weeklyIssues.closedAt))
    .orderBy(desc(weeklyIssues.week))
    .limit(most);
}
