import { Highlighted } from "../text/highlight.tsx";
import type { Suggest } from "../ui/use-suggestions.ts";
import { askSuggestions } from "./ask-hits.ts";
import { MatchedPlaces } from "./matched-places.tsx";

/** What the search box offers while it is typed in: insights, each leading to its own page. */
export const suggestInsightsFound: Suggest = async (text, signal) => {
  const found = await askSuggestions(text, signal);
  return found.map(({ id, about, excerpt, matched }) => ({
    id,
    to: `/insights/${id}`,
    content: (
      <>
        <span className="truncate text-sm font-semibold text-accent">{about}</span>
        <span className="line-clamp-2">
          <Highlighted text={excerpt} />
        </span>
        {matched.length > 0 && (
          <span className="truncate text-sm text-soft">
            <MatchedPlaces matched={matched} />
          </span>
        )}
      </>
    ),
  }));
};
