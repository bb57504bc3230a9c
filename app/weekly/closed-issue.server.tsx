import type { JSX } from "react";
import { DrawnInsight } from "../insights/drawn-insight.tsx";
import type { InsightCardData } from "../insights/insight-card-data.ts";
import { type Day, weekName } from "../settings/calendar.ts";
import { Bars } from "../ui/bars.tsx";
import { exactDate } from "../ui/dates.ts";
import { Beside, PageHeader } from "../ui/page.tsx";
import { type FoldedPart, foldedParts } from "./folded-parts.ts";
import { GroupChoice } from "./group-choice.tsx";
import { IssueBody } from "./issue-body.server.tsx";
import { contentsOf, IssueContents } from "./issue-contents.server.tsx";
import { DrawnEnd } from "./issue-end.server.tsx";
import { DrawnFront } from "./issue-front.server.tsx";
import type { IssueFront } from "./issue-front.ts";
import type { IssueNews } from "./issue-news.ts";
import { DrawnPart } from "./issue-part.server.tsx";
import { issueParts } from "./issue-parts.ts";
import { WeekSteps } from "./week-steps.tsx";
import { countInWords, weekBars, weekDates, weekTitle } from "./week-words.ts";
import type { WeeklyIssue } from "./weekly-issue-data.ts";

type ClosedIssueProps = {
  issue: WeeklyIssue;
  front: IssueFront;
  news: IssueNews;
  /** "Monday 23 November 2026, 07:30" */
  closed: string;
  today: Day;
};

/** A closed issue: the same for everybody, so drawn once and kept. What is one reader's own stands beside it. */
export function DrawnClosedIssue({ issue, front, news, closed, today }: ClosedIssueProps): JSX.Element {
  const { first, heardEarlier } = issueParts(issue);
  const address = `/weeks/${weekName(issue.monday)}`;
  const shown = foldedParts([...first, ...heardEarlier]);
  const draw = (part: FoldedPart) => <Part key={part.id} part={part} today={today} />;
  return (
    <Beside narrow="away" aside={<IssueContents parts={contentsOf(issue)} />}>
      <PageHeader
        serif
        kicker={weekDates(issue.monday)}
        title={weekTitle(issue.monday)}
        lead={
          <>
            {countInWords(issue)}
            <span className="block">Closed {closed}</span>
          </>
        }
        actions={<Bars of="Insights a week" values={weekBars(issue)} />}
      />
      {first.length + heardEarlier.length === 0 && (
        <p className="max-w-measure text-soft">A quiet week: nothing was posted for it.</p>
      )}
      <div className="issue">
        <div className="mb-12 empty:hidden">
          <DrawnFront front={front} />
        </div>
        {issue.groups.length > 0 && (
          <div className="mb-6">
            <GroupChoice address={address} by={issue.by} />
          </div>
        )}
        <IssueBody issue={issue} parts={shown} draw={draw} />
        <div className="mt-12">
          <DrawnEnd quiet={news.quiet} numbers={news.numbers} />
        </div>
      </div>
      <WeekSteps monday={issue.monday} current={false} />
    </Beside>
  );
}

type RestrictedProps = { cards: readonly InsightCardData[]; today: Day };

/** What only this reader, or their team, heard in a closed week. */
export function DrawnRestricted({ cards, today }: RestrictedProps): JSX.Element | null {
  if (cards.length === 0) return null;
  const part = { id: "mine", title: "For you and your team only", cards, open: cards.length };
  return <Part part={part} today={today} />;
}

function Part({ part, today }: { part: FoldedPart; today: Day }): JSX.Element {
  const draw = (cards: readonly InsightCardData[]) => (
    <div className="divide-y divide-line">
      {cards.map((card) => (
        <Card key={card.id} card={card} today={today} added={part.id === "added"} />
      ))}
    </div>
  );
  return <DrawnPart part={part} draw={draw} />;
}

type CardProps = { card: InsightCardData; today: Day; added: boolean };

/** As on every page, but for what is pressed: that is on the insight's own page. */
function Card({ card, today, added }: CardProps): JSX.Element {
  const names = card.departments.map(({ name }) => name).join(", ");
  return (
    <article
      id={card.id}
      aria-label={`Insight about ${names}`}
      className="scroll-mt-20 py-5 first:pt-0 last:pb-0"
    >
      <div className="grid grid-cols-1 gap-1.5">
        <DrawnInsight insight={card} fresh={false} alone={false} today={today} />
      </div>
      {added && <p className="mt-1.5 text-sm text-signal">Added {exactDate(card.postedAt)}</p>}
      <p className="text-sm print:hidden">
        <a href={`/insights/${card.id}?open=heard`} className="card-link">
          {card.kind === "question" ? "Answer it, or say that you’d like to know too" : "I’ve heard this too"}
        </a>
      </p>
    </article>
  );
}
