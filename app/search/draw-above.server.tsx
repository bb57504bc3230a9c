import type { JSX } from "react";
import { DrawnCards } from "../insights/draw-cards.server.tsx";
import type { Day } from "../settings/calendar.ts";
import { drawPiece } from "../ui/draw-piece.server.tsx";
import { linksInPlace } from "../ui/use-links-in-place.ts";
import type { NewInsights } from "./find-new-insights.server.ts";
import { OpenSearch, type ShownSearch } from "./open-search.tsx";
import { newInWords } from "./saved-search.ts";
import type { Above } from "./search-above.ts";
import type { SearchRequest } from "./search-request.ts";
import { speaksOfTime, TimeTaken } from "./time-taken.tsx";

type Drawn = {
  request: SearchRequest;
  /** One's saved searches, before anything is asked. */
  saved?: readonly ShownSearch[];
  /** What is new in a saved search that was opened. */
  news?: NewInsights;
  today: Day;
};

/** What stands above the results of a search beside its filters: the server draws it, so that its script is never sent. */
export function drawAbove({ request, saved = [], news, today }: Drawn): Above | null {
  const isTimed = speaksOfTime(request);
  if (saved.length === 0 && !news && !isTimed) return null;
  const markup = drawPiece(
    <>
      {isTimed && <TimeTaken request={request} />}
      {saved.length > 0 && <SavedSearches saved={saved} />}
      {news && <NewSince news={news} today={today} />}
    </>,
  );
  return {
    html: markup.toString(),
    ids: (news?.cards ?? []).map(({ id }) => id),
  };
}

const heading = "text-xl font-semibold";
const underline = "mb-4 flex flex-wrap items-baseline justify-between gap-x-4 border-b border-line pb-1.5";

function SavedSearches({ saved }: { saved: readonly ShownSearch[] }): JSX.Element {
  return (
    <section aria-label="Your saved searches" className="mb-8 print:hidden">
      <div className={underline} {...linksInPlace}>
        <h2 className={heading}>Your saved searches</h2>
        <a href="/me/searches" className="link text-sm">
          Change them
        </a>
      </div>
      <ul className="grid gap-x-8 sm:grid-cols-2">
        {saved.map((one) => (
          <li key={one.id} className="min-w-0">
            <OpenSearch search={one} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What is new, whole, before all that the search finds. */
function NewSince({ news: { cards, fresh }, today }: { news: NewInsights; today: Day }): JSX.Element {
  if (cards.length === 0) return <p className="mb-4 text-soft">Nothing new since you last looked.</p>;
  const title = `${newInWords(fresh)} since you last looked`;
  return (
    <section aria-label={title} className="mb-10">
      <div className={underline}>
        <h2 className={heading}>{title}</h2>
      </div>
      <DrawnCards cards={cards} today={today} />
      {fresh.count > cards.length && (
        <p className="mt-4 text-sm text-soft">These are the {cards.length} newest of them.</p>
      )}
    </section>
  );
}
