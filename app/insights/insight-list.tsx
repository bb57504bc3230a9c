import type { JSX } from "react";
import { InsightCard } from "./insight-card.tsx";
import type { InsightCardData } from "./insight-card-data.ts";

type InsightListProps = {
  cards: readonly (InsightCardData & { excerpt?: string })[];
  /** Which are marked as new. */
  isNew?: (card: InsightCardData) => boolean;
};

/** Cards one under the other, with a rule between them. */
export function InsightList({ cards, isNew }: InsightListProps): JSX.Element {
  return (
    <div className="divide-y divide-line">
      {cards.map(({ excerpt, ...card }) => (
        <InsightCard key={card.id} insight={card} excerpt={excerpt} fresh={isNew?.(card)} />
      ))}
    </div>
  );
}
