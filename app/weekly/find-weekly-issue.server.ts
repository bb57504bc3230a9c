import type { InsightCardData } from "../insights/insight-card-data.ts";
import { listOpenQuestions } from "../insights/list-open-questions.server.ts";
import type { Person } from "../people/person.ts";
import { type Day, dayIn, mondayOf } from "../settings/calendar.ts";
import { findLibrarySettings } from "../settings/find-library-settings.server.ts";
import { arrangeIssue } from "./arrange-issue.ts";
import type { KeptIssue } from "./edited-issue.ts";
import { findIssueFacts, type IssueFacts } from "./find-issue-facts.server.ts";
import { findIssueNews, newsSources } from "./find-issue-news.server.ts";
import type { IssueNews } from "./issue-news.ts";
import { listIssueCards } from "./list-issue-cards.server.ts";
import type { Grouping, WeeklyIssue } from "./weekly-issue-data.ts";

type Asked = { person: Person; monday: Day; by?: Grouping };

/** An issue as its page shows it, and what the server draws beside its cards. */
export type FoundIssue = {
  issue: WeeklyIssue;
  news: IssueNews;
  kept: KeptIssue | null;
  facts: IssueFacts;
  cards: readonly InsightCardData[];
};

/**
 * The issue of the week that begins on `monday`, as this person reads it. Its body and counts hold all-staff insights
 * only; once it is closed they stand as they stood then.
 */
export async function findWeeklyIssue({ person, monday, by = "department" }: Asked): Promise<FoundIssue> {
  const { timeZone } = await findLibrarySettings();
  const today = dayIn(timeZone, new Date());
  const isCurrent = monday === mondayOf(today);
  const of = newsSources(monday);
  const [cards, facts, open] = await Promise.all([
    listIssueCards({ person, monday }),
    findIssueFacts({ person, monday, sources: of }),
    isCurrent ? listOpenQuestions(person) : [],
  ]);
  const { issue: kept, stamp } = facts;
  const news = await findIssueNews({ monday, today, upTo: kept?.closedUpTo ?? undefined, stamp, of });
  const closed = kept?.contents ?? undefined;
  const issue = arrangeIssue({ monday, by, cards, open, facts, reader: person, closed });
  return { issue, news, kept, facts, cards: [...cards, ...open] };
}
