import type { JSX } from "react";
import { KeptEach } from "../ui/kept-markup.tsx";
import { useToday } from "../ui/time-ago.tsx";
import { InsightCard } from "./insight-card.tsx";
import type { InsightCardData } from "./insight-card-data.ts";

type InsightListProps = {
  cards: readonly (InsightCardData & { excerpt?: string })[];
  /** Which are marked as new. */
  isNew?: (card: InsightCardData) => boolean;
};

/** Cards one under the other, with a rule between them. */
export function InsightList({ cards, isNew }: InsightListProps): JSX.Element {
  const today = useToday();
  const each = cards.map((card) => ({
    key: card.id,
    with: { insight: card, excerpt: card.excerpt, fresh: isNew?.(card), today },
  }));
  return <KeptEach of={InsightCard} each={each} className="divide-y divide-line" />;
}
