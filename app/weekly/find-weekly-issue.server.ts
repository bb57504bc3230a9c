import type { InsightCardData } from "../insights/insight-card-data.ts";
import type { Person } from "../people/person.ts";
import { type Day, dayIn, mondayOf } from "../settings/calendar.ts";
import { findLibrarySettings } from "../settings/find-library-settings.server.ts";
import { arrangeIssue } from "./arrange-issue.ts";
import type { KeptIssue } from "./edited-issue.ts";
import { findIssueFacts, type IssueFacts } from "./find-issue-facts.server.ts";
import { findIssueNews, newsSources } from "./find-issue-news.server.ts";
import { findIssueReading, type HowFarRead } from "./find-issue-reading.server.ts";
import type { IssueNews } from "./issue-news.ts";
import { listIssueCards } from "./list-issue-cards.server.ts";
import type { Grouping, WeeklyIssue } from "./weekly-issue-data.ts";

type Asked = { person: Person; monday: Day; by?: Grouping; reading?: Promise<HowFarRead> };

/** An issue as its page shows it, and what the server draws beside its cards. */
export type FoundIssue = {
  issue: WeeklyIssue;
  news: IssueNews;
  kept: KeptIssue | null;
  facts: IssueFacts;
  reading: HowFarRead;
  cards: readonly InsightCardData[];
};

/**
 * The issue of the week that begins on `monday`, as this person reads it. Its body and counts hold all-staff insights
 * only; once it is closed they stand as they stood then.
 */
export async function findWeeklyIssue({
  person,
  monday,
  by = "department",
  reading: howFar = findIssueReading({ person, monday }),
}: Asked): Promise<FoundIssue> {
  const { timeZone } = await findLibrarySettings();
  const today = dayIn(timeZone, new Date());
  const isCurrent = monday === mondayOf(today);
  const of = newsSources(monday);
  const [cards, facts, reading] = await Promise.all([
    listIssueCards({ person, monday, isCurrent }),
    findIssueFacts({ person, monday, sources: of }),
    howFar,
  ]);
  const { issue: kept, stamp } = facts;
  const news = await findIssueNews({ monday, today, upTo: kept?.closedUpTo ?? undefined, stamp, of });
  const closed = kept?.contents ?? undefined;
  const issue = arrangeIssue({
    monday,
    by,
    cards,
    facts: { ...facts, readUpTo: reading.readUpTo },
    reader: person,
    closed,
  });
  return { issue, news, kept, facts, reading, cards };
}
