import type { JSX } from "react";
import type { InsightCardData } from "../insights/insight-card-data.ts";
import { Section } from "../ui/page.tsx";
import { ResultList } from "./result-list.tsx";
import { type NewCount, newInWords } from "./saved-search.ts";

/** What a saved search has found since its owner last looked: the newest of it, and how much it is. */
export type NewInsights = { cards: InsightCardData[]; fresh: NewCount };

/** Of a saved search that was opened: what is new in it, whole, before all that it finds. */
export function NewSince({ news: { cards, fresh } }: { news: NewInsights }): JSX.Element {
  if (cards.length === 0) return <p className="mb-4 text-soft">Nothing new since you last looked.</p>;
  return (
    <div className="mb-10">
      <Section title={`${newInWords(fresh)} since you last looked`}>
        <ResultList found={cards} isAsked={false} />
        {fresh.count > cards.length && (
          <p className="mt-4 text-sm text-soft">These are the {cards.length} newest of them.</p>
        )}
      </Section>
    </div>
  );
}
