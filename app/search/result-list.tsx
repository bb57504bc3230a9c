import type { JSX } from "react";
import { InsightCard } from "../insights/insight-card.tsx";
import type { InsightCardData } from "../insights/insight-card-data.ts";
import { MatchedPlaces } from "./matched-places.tsx";
import type { MatchedPlace } from "./where-matched.ts";

/** An insight found: its excerpt stands for its text. */
export type FoundCard = InsightCardData & { excerpt: string; matched: MatchedPlace[] };

/** What was found, each with where it matched when its text does not show it. */
export function ResultList({ found }: { found: readonly FoundCard[] }): JSX.Element {
  return (
    <div className="divide-y divide-line">
      {found.map(({ excerpt, matched, ...card }) => (
        <InsightCard
          key={card.id}
          insight={card}
          excerpt={excerpt}
          note={matched.length > 0 && <MatchedPlaces matched={matched} />}
        />
      ))}
    </div>
  );
}
