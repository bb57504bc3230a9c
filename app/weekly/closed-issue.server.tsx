import type { JSX } from "react";
import { DrawnInsight } from "../insights/drawn-insight.tsx";
import type { InsightCardData } from "../insights/insight-card-data.ts";
import { type Day, weekName } from "../settings/calendar.ts";
import { Bars } from "../ui/bars.tsx";
import { exactDate } from "../ui/dates.ts";
import { PageHeader } from "../ui/page.tsx";
import { type FoldedPart, foldedParts } from "./folded-parts.ts";
import { GroupChoice } from "./group-choice.tsx";
import { IssueBody } from "./issue-body.server.tsx";
import { DrawnEnd } from "./issue-end.server.tsx";
import type { IssueNews } from "./issue-news.ts";
import { DrawnPart } from "./issue-part.server.tsx";
import { issueParts } from "./issue-parts.ts";
import { countInWords, weekBars, weekDates, weekTitle } from "./week-words.ts";
import type { WeeklyIssue } from "./weekly-issue-data.ts";

type HeadProps = {
  issue: WeeklyIssue;
  /** "Monday 23 November 2026, 07:30" */
  closed: string;
};

/** A closed issue is the same for everybody, so drawn once and kept. What is one reader's own stands between its pieces. */
export function DrawnClosedHead({ issue, closed }: HeadProps): JSX.Element {
  return (
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
      actions={countInWords(issue) && <Bars of="Insights a week" values={weekBars(issue)} />}
    />
  );
}

type CardsProps = { issue: WeeklyIssue; news: IssueNews; today: Day };

/** Its insights, and what comes after them. */
export function DrawnClosedCards({ issue, news, today }: CardsProps): JSX.Element {
  const { first, heardEarlier } = issueParts(issue);
  const address = `/weeks/${weekName(issue.monday)}`;
  const shown = foldedParts([...first, ...heardEarlier]);
  const draw = (part: FoldedPart) => <Part key={part.id} part={part} today={today} />;
  return (
    <>
      {first.length + heardEarlier.length === 0 && (
        <p className="max-w-measure text-soft">A quiet week: nothing was posted for it.</p>
      )}
      {issue.groups.length > 0 && (
        <div className="mb-6">
          <GroupChoice address={address} by={issue.by} />
        </div>
      )}
      <IssueBody issue={issue} parts={shown} draw={draw} />
      <div className="mt-12">
        <DrawnEnd quiet={news.quiet} numbers={news.numbers} />
      </div>
    </>
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
