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
  const { restricted, wins, questions, groups, added, heardEarlier } = issue;
  const first: IssuePart[] = [
    { id: "mine", title: "For you and your team only", cards: restricted },
    { id: "victories", title: "Small victories", cards: wins },
    { id: "questions", title: "Open questions", cards: questions },
    ...groups.map(({ key, title, own, cards }) => ({ id: `about-${key}`, title, own, cards })),
    {
      id: "added",
      title: "Added since",
      lead: "Heard this week, and posted after the issue was closed.",
      cards: added,
    },
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

/** Posted since this reader last looked, by somebody else. */
export function isNew({ readUpTo, readBy }: WeeklyIssue, { seq, author }: InsightCardData): boolean {
  return readUpTo !== undefined && seq > readUpTo && author.handle !== readBy;
}

/** Of everything on the issue's page, what is new to this reader. */
export function newCards(issue: WeeklyIssue): InsightCardData[] {
  const { first, heardEarlier } = issueParts(issue);
  return [...first, ...heardEarlier].flatMap(({ cards }) => cards.filter((card) => isNew(issue, card)));
}

/** The parts without the one insight that stands on the page already. */
export function partsWithout(parts: readonly IssuePart[], id: string | undefined): IssuePart[] {
  if (id === undefined) return [...parts];
  const others = (part: IssuePart) => ({ ...part, cards: part.cards.filter((card) => card.id !== id) });
  return parts.map(others).filter(isFilled);
}

/** The latest insight on the page, as far as reading it reaches. */
export function latestOf(issue: WeeklyIssue): number {
  const { first, heardEarlier } = issueParts(issue);
  return Math.max(0, ...[...first, ...heardEarlier].flatMap(({ cards }) => cards.map(({ seq }) => seq)));
}
