import type { InsightCardData } from "../insights/insight-card-data.ts";
import type { Day } from "../settings/calendar.ts";

export const groupings = ["department", "theme", "team"] as const;
export type Grouping = (typeof groupings)[number];

export type CardGroup = {
  key: string;
  title: string;
  /** About a department the reader looks after. */
  own: boolean;
  cards: InsightCardData[];
};

export type WeekCounts = {
  /** All-staff insights heard in each of the five weeks that end with this one. */
  counts: { monday: Day; insights: number }[];
  /** All-staff insights heard this week, and the mean of the four weeks before. */
  count: number;
  meanBefore: number;
};

/** How far a reader has read an issue, and could; what they have not seen of it. */
export type IssueReading = { readUpTo?: number; latest: number; fresh: { id: string }[] };

/** One week's issue, the same for everyone, with what only this reader may see apart. */
export type WeeklyIssue = WeekCounts & {
  monday: Day;
  by: Grouping;
  wins: InsightCardData[];
  /** Asked this week and not answered yet; in this week's issue those of earlier weeks as well. */
  questions: InsightCardData[];
  groups: CardGroup[];
  /** Heard this week, and posted (or opened to all staff) only after it was closed. */
  added: InsightCardData[];
  /** Posted this week, heard in an earlier one. */
  heardEarlier: InsightCardData[];
  /** This week's insights for my team or for me alone. */
  restricted: InsightCardData[];
  /** How many all-staff insights of the week are not on the page. */
  more: number;
  /** How far this reader has read the issue (an insight's `seq`); undefined before the first look. */
  readUpTo?: number;
  /** The reader's handle: their own are not new to them. */
  readBy: string;
};
