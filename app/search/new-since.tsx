import type { JSX } from "react";
import { CardsInPlace } from "../insights/cards-in-place.tsx";
import { Section } from "../ui/page.tsx";
import type { ServerPiece } from "../ui/server-markup.tsx";
import { type NewCount, newInWords } from "./saved-search.ts";

/** What is new in a saved search as its page is given it: drawn, and whose cards they are. */
export type ShownNew = { fresh: NewCount; ids: readonly string[]; cards: ServerPiece };

/** Of a saved search that was opened: what is new in it, whole, before all that it finds. */
export function NewSince({ news: { cards, ids, fresh } }: { news: ShownNew }): JSX.Element {
  if (ids.length === 0) return <p className="mb-4 text-soft">Nothing new since you last looked.</p>;
  return (
    <div className="mb-10">
      <Section title={`${newInWords(fresh)} since you last looked`}>
        <CardsInPlace piece={cards} />
        {fresh.count > ids.length && (
          <p className="mt-4 text-sm text-soft">These are the {ids.length} newest of them.</p>
        )}
      </Section>
    </div>
  );
}
