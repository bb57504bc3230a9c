import { Form, Link } from "@remix-run/react";
import type { JSX } from "react";
import { Badge } from "../ui/badge.tsx";
import { Section } from "../ui/page.tsx";
import { type NewCount, newInWords, type SavedSearch } from "./saved-search.ts";

/** As a page shows it: what it asks for stands beneath its name. */
export type ShownSearch = Pick<SavedSearch, "id" | "name" | "tell"> & { asks: string; fresh: NewCount };

/** One's saved searches on the search page, before anything is asked. */
export function SavedSearchSection({
  saved,
}: {
  saved: readonly ShownSearch[] | undefined;
}): JSX.Element | null {
  if (!saved || saved.length === 0) return null;
  return (
    <div className="mb-8 print:hidden">
      <Section
        title="Your saved searches"
        actions={
          <Link to="/me/searches" className="link">
            Change them
          </Link>
        }
      >
        <ul className="grid gap-x-8 sm:grid-cols-2">
          {saved.map((one) => (
            <li key={one.id} className="min-w-0">
              <OpenSearch search={one} />
            </li>
          ))}
        </ul>
      </Section>
    </div>
  );
}

/** Opens a saved search, which notes that its owner has looked: a form, for what only leads somewhere changes nothing. */
export function OpenSearch({
  search: { id, name, asks, fresh },
}: {
  search: Omit<ShownSearch, "tell">;
}): JSX.Element {
  const news = newInWords(fresh);
  return (
    <Form method="post" action="/me/searches" className="flex flex-wrap items-baseline gap-x-3">
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
    </Form>
  );
}
