import type { InsightCardData } from "../insights/insight-card-data.ts";
import type { Person } from "../people/person.ts";
import type { Day } from "../settings/calendar.ts";
import { findLibrarySettings } from "../settings/find-library-settings.server.ts";
import { weekdayTime } from "../ui/dates.ts";
import { DrawnClosedIssue } from "./closed-issue.server.tsx";
import { drawInOurWords } from "./draw-in-our-words.server.tsx";
import type { IssueFacts } from "./find-issue-facts.server.ts";
import { findIssueForAll, type IssueForAll } from "./find-issue-for-all.server.ts";
import { issueFront } from "./issue-front.ts";
import { listRestrictedCards } from "./list-issue-cards.server.ts";
import type { Grouping } from "./weekly-issue-data.ts";

export type ClosedIssue = {
  /** Whole, and the same for everybody. */
  markup: Buffer;
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

async function draw({ issue, news, kept, cards, today }: IssueForAll, closedAt: string): Promise<Buffer> {
  const { timeZone, departmentWord } = await findLibrarySettings();
  return drawInOurWords(
    <DrawnClosedIssue
      issue={issue}
      front={issueFront({ news, kept, cards })}
      news={news}
      closed={weekdayTime(new Date(closedAt), timeZone)}
      today={today}
    />,
    departmentWord,
  );
}
