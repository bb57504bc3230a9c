import type { JSX } from "react";
import { Badge } from "../ui/badge.tsx";
import { type NewCount, newInWords, type SavedSearch } from "./saved-search.ts";

/** As a page shows it: what it asks for stands beneath its name. */
export type ShownSearch = Pick<SavedSearch, "id" | "name" | "tell"> & {
  asks: string;
  fresh: NewCount;
  /** Of a sentence: what of it must be in an insight that is new in it. */
  near?: string;
};

/**
 * Opens a saved search, which notes that its owner has looked: a plain form, for what only leads somewhere changes nothing,
 * and the server draws it for the search page.
 */
export function OpenSearch({
  search: { id, name, asks, fresh },
}: {
  search: Omit<ShownSearch, "tell">;
}): JSX.Element {
  const news = newInWords(fresh);
  return (
    <form method="post" action="/me/searches" className="flex flex-wrap items-baseline gap-x-3">
      <input type="hidden" name="intent" value="open" />
      <input type="hidden" name="id" value={id} />
      <button
        type="submit"
        className="link min-h-8 max-w-full text-left font-medium wrap-anywhere pointer-coarse:min-h-11"
      >
        {name}
      </button>
      {news && <Badge tone="accent">{news}</Badge>}
      {asks !== name && <p className="basis-full text-sm text-soft wrap-anywhere">{asks}</p>}
    </form>
  );
}
