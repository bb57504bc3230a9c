import type { JSX } from "react";
import { DrawnCards } from "../insights/draw-cards.server.tsx";
import type { InsightCardData } from "../insights/insight-card-data.ts";
import type { Day } from "../settings/calendar.ts";
import { type FoldedPart, foldedParts } from "./folded-parts.ts";
import { IssueBody } from "./issue-body.server.tsx";
import { DrawnPart } from "./issue-part.server.tsx";
import { isNew, issueParts, partsWithout } from "./issue-parts.ts";
import type { WeeklyIssue } from "./weekly-issue-data.ts";

type OpenIssueProps = {
  issue: WeeklyIssue;
  today: Day;
  /** An insight that stands on the page already, above the issue. */
  shownAbove?: string;
};

/** An open issue's cards: wins and open questions first, then what was heard by department, then what came late. */
export function DrawnOpenIssue({ issue, today, shownAbove }: OpenIssueProps): JSX.Element {
  const { first, heardEarlier } = issueParts(issue);
  const fresh = (card: InsightCardData) => isNew(issue, card);
  const shown = foldedParts([...partsWithout(first, shownAbove), ...partsWithout(heardEarlier, shownAbove)]);
  const draw = (part: FoldedPart) => (
    <DrawnPart
      key={part.id}
      part={part}
      draw={(cards) => <DrawnCards cards={cards} today={today} isNew={fresh} />}
      isNew={fresh}
    />
  );
  return <IssueBody issue={issue} parts={shown} draw={draw} />;
}
