import type { InsightCardData } from "../insights/insight-card-data.ts";
import type { WeeklyIssue } from "./weekly-issue-data.ts";

export type IssuePart = { id: string; title: string; lead?: string; cards: readonly InsightCardData[] };

/** The parts of an issue that hold something, in the order in which they are read. */
export function issueParts(issue: WeeklyIssue): { first: IssuePart[]; heardEarlier: IssuePart[] } {
  const { restricted, wins, questions, byDepartment, heardEarlier } = issue;
  const first: IssuePart[] = [
    { id: "mine", title: "For you and your team only", cards: restricted },
    { id: "victories", title: "Small victories", cards: wins },
    { id: "questions", title: "Open questions", cards: questions },
    ...byDepartment.map(({ slug, name, cards }) => ({ id: `about-${slug}`, title: name, cards })),
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
