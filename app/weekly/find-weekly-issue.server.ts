import { isDeepStrictEqual } from "node:util";
import type { InsightCardData } from "../insights/insight-card-data.ts";
import type { Person } from "../people/person.ts";
import { type Day, dayIn, mondayOf } from "../settings/calendar.ts";
import { findLibrarySettings } from "../settings/find-library-settings.server.ts";
import { arrangeIssue } from "./arrange-issue.ts";
import { findIssueFacts, type IssueFacts } from "./find-issue-facts.server.ts";
import { findIssueNews, newsSources } from "./find-issue-news.server.ts";
import type { IssueNews } from "./issue-news.ts";
import { listIssueCards } from "./list-issue-cards.server.ts";
import type { Grouping, WeeklyIssue } from "./weekly-issue-data.ts";

type Asked = { person: Person; monday: Day; by?: Grouping };

/** What an issue is made of for one reader. */
export type IssueRead = {
  cards: readonly InsightCardData[];
  facts: IssueFacts;
  news: IssueNews;
};

/** An issue as its page shows it, and what the server draws beside its cards. */
export type FoundIssue = IssueRead & { issue: WeeklyIssue };

/**
 * The issue of the week that begins on `monday`, as this person reads it. Its body and counts hold all-staff insights
 * only; once it is closed they stand as they stood then.
 */
export async function findWeeklyIssue(asked: Asked): Promise<FoundIssue> {
  return arrangeRead(await readIssue(asked), asked);
}

export async function readIssue({ person, monday }: Asked): Promise<IssueRead> {
  const { timeZone } = await findLibrarySettings();
  const today = dayIn(timeZone, new Date());
  const isCurrent = monday === mondayOf(today);
  const of = newsSources(monday);
  const [cards, facts] = await Promise.all([
    listIssueCards({ person, monday, isCurrent }),
    findIssueFacts({ person, monday, sources: of }),
  ]);
  const { issue, stamp } = facts;
  const news = await findIssueNews({ monday, today, upTo: issue?.closedUpTo ?? undefined, stamp, of });
  return { cards, facts, news };
}

export function arrangeRead(read: IssueRead, { person, monday, by = "department" }: Asked): FoundIssue {
  const { cards, facts } = read;
  const issue = arrangeIssue({
    monday,
    by,
    cards,
    facts: { ...facts, readUpTo: facts.reading.readUpTo },
    reader: person,
    closed: facts.issue?.contents ?? undefined,
  });
  return { ...read, issue };
}

/** Whether there is not a letter's difference between what was read now and before: the same text is the same card. */
export function isSameRead(now: IssueRead, before: IssueRead): boolean {
  return (
    now.news === before.news &&
    now.cards.length === before.cards.length &&
    now.cards.every((card, at) => card === before.cards[at]) &&
    isDeepStrictEqual(now.facts, before.facts)
  );
}
