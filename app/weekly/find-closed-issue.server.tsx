import type { InsightCardData } from "../insights/insight-card-data.ts";
import type { Person } from "../people/person.ts";
import type { Day } from "../settings/calendar.ts";
import { findLibrarySettings } from "../settings/find-library-settings.server.ts";
import { weekdayTime } from "../ui/dates.ts";
import { DrawnClosedCards, DrawnClosedHead } from "./closed-issue.server.tsx";
import { drawInOurWords } from "./draw-in-our-words.server.tsx";
import type { IssueFacts } from "./find-issue-facts.server.ts";
import { type ClosedMarkup, findIssueForAll, type IssueForAll } from "./find-issue-for-all.server.ts";
import { contentsOf, IssueContents } from "./issue-contents.server.tsx";
import { DrawnFront } from "./issue-front.server.tsx";
import { issueFront } from "./issue-front.ts";
import { listRestrictedCards } from "./list-issue-cards.server.ts";
import type { Grouping } from "./weekly-issue-data.ts";

export type ClosedIssue = {
  /** The same for everybody. */
  markup: ClosedMarkup;
  forAll: IssueForAll;
  facts: IssueFacts;
  /** What this reader alone, or their team, heard that week. */
  restricted: readonly InsightCardData[];
};

type Asked = { person: Person; monday: Day; by: Grouping };

/** The issue of a closed week; undefined while the week is open. */
export async function findClosedIssue({ person, monday, by }: Asked): Promise<ClosedIssue | undefined> {
  const [{ forAll, facts }, restricted] = await Promise.all([
    findIssueForAll({ reader: person, monday, by }),
    listRestrictedCards({ person, monday }),
  ]);
  if (!forAll.kept?.closedAt) return undefined;
  forAll.markup ??= await draw(forAll, forAll.kept.closedAt);
  return { markup: forAll.markup, forAll, facts, restricted };
}

async function draw(
  { issue, news, kept, cards, today }: IssueForAll,
  closedAt: string,
): Promise<ClosedMarkup> {
  const { timeZone, departmentWord: word } = await findLibrarySettings();
  const closed = weekdayTime(new Date(closedAt), timeZone);
  return {
    head: drawInOurWords(<DrawnClosedHead issue={issue} closed={closed} />, word),
    front: drawInOurWords(<DrawnFront front={issueFront({ news, kept, cards })} />, word),
    contents: drawInOurWords(<IssueContents parts={contentsOf(issue)} />, word),
    cards: drawInOurWords(<DrawnClosedCards issue={issue} news={news} today={today} />, word),
  };
}
