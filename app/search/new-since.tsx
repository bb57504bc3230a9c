import type { JSX } from "react";
import type { InsightCardData } from "../insights/insight-card-data.ts";
import { InsightList } from "../insights/insight-list.tsx";
import { Section } from "../ui/page.tsx";
import { type NewCount, newInWords } from "./saved-search.ts";

/** Of a saved search that was opened: what is new in it, whole, before all that it finds. */
export function NewSince({
  news: { cards, fresh },
}: {
  news: { cards: readonly InsightCardData[]; fresh: NewCount };
}): JSX.Element {
  if (cards.length === 0) return <p className="mb-4 text-soft">Nothing new since you last looked.</p>;
  return (
    <div className="mb-10">
      <Section title={`${newInWords(fresh)} since you last looked`}>
        <InsightList cards={cards} />
        {fresh.count > cards.length && (
          <p className="mt-4 text-sm text-soft">These are the {cards.length} newest of them.</p>
        )}
      </Section>
    </div>
  );
}
