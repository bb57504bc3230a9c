import type { JSX } from "react";
import { DrawnCards } from "../insights/draw-cards.server.tsx";
import { type Day, daysAfter } from "../settings/calendar.ts";
import { type IssuePart, isNew, issueParts, partsWithout } from "./issue-parts.ts";
import { IssueSection } from "./issue-section.server.tsx";
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
  const draw = (part: IssuePart) => <Part key={part.id} part={part} issue={issue} today={today} />;
  return (
    <>
      {partsWithout(first, shownAbove).map(draw)}
      {issue.more > 0 && (
        <p className="mt-6">
          <a
            href={`/search?from=${issue.monday}&to=${daysAfter(issue.monday, 6)}&sort=newest`}
            className="link"
          >
            {`${issue.more} more heard this week`}
          </a>
        </p>
      )}
      {partsWithout(heardEarlier, shownAbove).map(draw)}
    </>
  );
}

type PartProps = { part: IssuePart; issue: WeeklyIssue; today: Day };

function Part({ part: { cards, ...part }, issue, today }: PartProps): JSX.Element {
  return (
    <IssueSection {...part}>
      <DrawnCards cards={cards} today={today} isNew={(card) => isNew(issue, card)} />
    </IssueSection>
  );
}
