import type { InsightCardData } from "../insights/insight-card-data.ts";
import type { Day } from "../settings/calendar.ts";

export type DepartmentGroup = { slug: string; name: string; cards: InsightCardData[] };

/** One week's issue, the same for everyone, with what only this reader may see apart. */
export type WeeklyIssue = {
  monday: Day;
  wins: InsightCardData[];
  questions: InsightCardData[];
  byDepartment: DepartmentGroup[];
  /** Posted this week, heard in an earlier one. */
  heardEarlier: InsightCardData[];
  /** This week's insights for my team or for me alone. */
  restricted: InsightCardData[];
  /** All-staff insights heard this week, and the mean of the four weeks before. */
  count: number;
  meanBefore: number;
  /** How many all-staff insights of the week are not on the page. */
  more: number;
};
