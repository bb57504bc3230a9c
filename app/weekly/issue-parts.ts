import type { InsightCardData } from "../insights/insight-card-data.ts";
import type { WeeklyIssue } from "./weekly-issue-data.ts";

export type IssuePart = {
  id: string;
  title: string;
  lead?: string;
  own?: boolean;
  cards: readonly InsightCardData[];
};

/** The parts of an issue that hold something, in the order in which they are read. */
export function issueParts(issue: WeeklyIssue): { first: IssuePart[]; heardEarlier: IssuePart[] } {
  const { restricted, wins, questions, groups, heardEarlier } = issue;
  const first: IssuePart[] = [
    { id: "mine", title: "For you and your team only", cards: restricted },
    { id: "victories", title: "Small victories", cards: wins },
    { id: "questions", title: "Open questions", cards: questions },
    ...groups.map(({ key, title, own, cards }) => ({ id: `about-${key}`, title, own, cards })),
  ];
  const earlier = {
    id: "earlier",
    title: "Heard earlier",
    lead: "Posted this week about an earlier one, so that nothing goes unread.",
    cards: heardEarlier,
  };
  return { first: first.filter(isFilled), heardEarlier: [earlier].filter(isFilled) };
}

function isFilled({ cards }: IssuePart): boolean {
  return cards.length > 0;
}

/** Of everything on the issue's page, what was posted since this reader last looked, by others. */
export function newCards(issue: WeeklyIssue): InsightCardData[] {
  const { readUpTo } = issue;
  if (readUpTo === undefined) return [];
  const { first, heardEarlier } = issueParts(issue);
  return [...first, ...heardEarlier].flatMap(({ cards }) => cards.filter(({ seq }) => seq > readUpTo));
}

/** The latest insight on the page, as far as reading it reaches. */
export function latestOf(issue: WeeklyIssue): number {
  const { first, heardEarlier } = issueParts(issue);
  return Math.max(0, ...[...first, ...heardEarlier].flatMap(({ cards }) => cards.map(({ seq }) => seq)));
}
