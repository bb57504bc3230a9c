import type { JSX } from "react";
import { InsightCard } from "../insights/insight-card.tsx";
import type { ListedCard } from "../insights/insight-card-data.ts";
import { useToday } from "../ui/time-ago.tsx";
import { MatchedPlaces } from "./matched-places.tsx";
import type { MatchedPlace } from "./where-matched.ts";
import { whyHere } from "./why-here.ts";
import { WhyHere } from "./why-here-line.tsx";

/** An insight found: its excerpt stands for its text. */
export type FoundCard = ListedCard & { excerpt: string; matched: MatchedPlace[] };

/** What was found, each with where it matched when its text does not show it. */
export function ResultList({
  found,
  isAsked,
}: {
  found: readonly FoundCard[];
  /** Words were asked for, so that something can be said of why these were found. */
  isAsked: boolean;
}): JSX.Element {
  const today = useToday();
  return (
    <div className="divide-y divide-line">
      {found.map(({ excerpt, matched, ...card }) => (
        <InsightCard
          key={card.id}
          insight={card}
          excerpt={excerpt}
          note={
            <>
              {matched.length > 0 && <MatchedPlaces matched={matched} />}
              {isAsked && <WhyHere why={whyHere({ ...card, excerpt, matched }, today)} />}
            </>
          }
        />
      ))}
    </div>
  );
}
