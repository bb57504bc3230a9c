import type { JSX } from "react";
import { InsightCard } from "./insight-card.tsx";
import type { InsightCardData } from "./insight-card-data.ts";

type InsightListProps = {
  cards: readonly (InsightCardData & { excerpt?: string })[];
  /** How far the reader had read before (an insight's `seq`): later ones are marked as new. */
  newSince?: number;
};

/** Cards one under the other, with a rule between them. */
export function InsightList({ cards, newSince }: InsightListProps): JSX.Element {
  return (
    <div className="divide-y divide-line">
      {cards.map(({ excerpt, ...card }) => (
        <InsightCard
          key={card.id}
          insight={card}
          excerpt={excerpt}
          fresh={newSince !== undefined && card.seq > newSince}
        />
      ))}
    </div>
  );
}
