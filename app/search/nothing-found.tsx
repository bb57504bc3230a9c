import SearchX from "lucide-react/icons/search-x";
import type { JSX } from "react";
import { useOurWords } from "../settings/use-our-words.tsx";
import { ButtonLink } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { searchAddress } from "./search-request.ts";

/** What to do when a search finds nothing. */
export function NothingFound({ query, filtered }: { query: string; filtered: boolean }): JSX.Element {
  const say = useOurWords();
  return (
    <EmptyState
      title="Nothing colleagues have posted matches"
      icon={SearchX}
      action={
        <>
          {filtered && (
            <ButtonLink to={searchAddress({ q: query })} variant="secondary">
              Search without filters
            </ButtonLink>
          )}
          <ButtonLink to="/insights/new" variant="secondary">
            Post what you know
          </ButtonLink>
        </>
      }
    >
      {say("Try fewer or other words, a nickname, or the name of the department.")}
    </EmptyState>
  );
}
