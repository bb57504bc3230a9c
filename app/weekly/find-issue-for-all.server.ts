import { timePassed } from "../events/time-passed.ts";
import type { InsightCardData } from "../insights/insight-card-data.ts";
import { type Day, dayIn } from "../settings/calendar.ts";
import { findLibrarySettings } from "../settings/find-library-settings.server.ts";
import { arrangeIssue } from "./arrange-issue.ts";
import type { KeptIssue } from "./edited-issue.ts";
import { findIssueFacts, type IssueFacts } from "./find-issue-facts.server.ts";
import { findIssueNews, newsSources } from "./find-issue-news.server.ts";
import type { IssueNews } from "./issue-news.ts";
import { keepByStamp, type NamesOf } from "./keep-by-stamp.ts";
import { listCardsForAll } from "./list-issue-cards.server.ts";
import type { Grouping, WeeklyIssue } from "./weekly-issue-data.ts";

/** An issue with nothing of any one reader in it: what fragments, mails and feeds are made of. */
export type IssueForAll = NamesOf & {
  issue: WeeklyIssue;
  cards: readonly InsightCardData[];
  news: IssueNews;
  kept: KeptIssue | null;
  today: Day;
  /** Its closed page, once somebody has asked for it. */
  markup?: ClosedMarkup;
};

/** What is drawn of a closed issue once. */
export type ClosedMarkup = Record<"head" | "front" | "contents" | "cards", Buffer>;

const keeper = keepByStamp<IssueForAll>();

type Asked = { reader: { id: string }; monday: Day; by?: Grouping };

/**
 * An issue as it is for everybody, and what of it is this reader's in numbers and names. Made anew when any of its
 * insights has changed in any way.
 */
export async function findIssueForAll({
  reader,
  monday,
  by = "department",
}: Asked): Promise<{ forAll: IssueForAll; facts: IssueFacts }> {
  const key = `${monday} ${by}`;
  const of = [...newsSources(monday), ...keeper.sourcesOf(key)];
  const [facts, { timeZone, departmentWord }] = await Promise.all([
    findIssueFacts({ person: reader, monday, sources: of }),
    findLibrarySettings(),
  ]);
  const today = dayIn(timeZone, new Date());
  const stamp = `${facts.stamp}/${today}/${timeZone}/${departmentWord.many}`;
  const known = keeper.find(key, stamp);
  if (known) return { forAll: known, facts };
  const { issue: kept } = facts;
  const upTo = kept?.closedUpTo ?? undefined;
  const now = timePassed();
  const [cards, news] = await Promise.all([
    listCardsForAll(monday),
    findIssueNews({ monday, today, upTo, stamp: facts.stamp, of }),
  ]);
  const issue = arrangeIssue({
    monday,
    by,
    cards,
    facts: { counts: facts.counts, own: [], readUpTo: undefined },
    reader: { handle: "" },
    closed: kept?.contents ?? undefined,
  });
  const value = { issue, cards, news, kept, today, namesOf: Math.min(now, news.namesOf) };
  const newer = cards.flatMap(({ supersededById }) => supersededById ?? []);
  keeper.keep(key, { stamp, of, sources: [...newsSources(monday), ...newer], value });
  return { forAll: value, facts };
}
