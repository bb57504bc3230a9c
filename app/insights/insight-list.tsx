import type { JSX } from "react";
import { InsightCard } from "./insight-card.tsx";
import type { InsightCardData } from "./insight-card-data.ts";

type InsightListProps = { cards: readonly (InsightCardData & { excerpt?: string })[] };

/** Cards one under the other, with a rule between them. */
export function InsightList({ cards }: InsightListProps): JSX.Element {
  return (
    <div className="divide-y divide-line">
      {cards.map(({ excerpt, ...card }) => (
        <InsightCard key={card.id} insight={card} excerpt={excerpt} />
      ))}
    </div>
  );
}
