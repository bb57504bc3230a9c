import SearchX from "lucide-react/icons/search-x";
import type { JSX } from "react";
import { ButtonLink } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { isFiltered, type SearchRequest, searchAddress } from "./search-request.ts";

type NothingFoundProps = {
  request: SearchRequest;
  /** The words as the box has them now. */
  query: string;
  /** Something else was found, and stands above. */
  nearest: boolean;
};

const mostWords = 4;

/** What to do when a search finds nothing: what was tried, each word by itself, and colleagues to ask. */
export function NothingFound({ request, query, nearest }: NothingFoundProps): JSX.Element {
  const words = [...new Set(query.split(/[\s"-]+/))].filter((word) => word.length > 2);
  const filtered = isFiltered(request);
  const about = request.departments[0];
  const question = new URLSearchParams({
    kind: "question",
    ...(about ? { department: about } : {}),
    body: query,
  });
  return (
    <EmptyState
      title="Nothing colleagues have posted matches"
      icon={SearchX}
      action={
        <>
          {filtered && request.q !== "" && (
            <ButtonLink to={searchAddress({ q: request.q })} variant="secondary">
              Search without filters
            </ButtonLink>
          )}
          {query !== "" && (
            <ButtonLink to={`/insights/new?${question}`} variant="secondary">
              Ask colleagues
            </ButtonLink>
          )}
          <ButtonLink to="/insights/new" variant="secondary">
            Post what you know
          </ButtonLink>
        </>
      }
    >
      {query === ""
        ? "No insight has all of this."
        : "Tried: all these words, any of them, other forms and slips."}
      {nearest && " What is called so stands above."}
      {words.length > 1 && (
        <p className="mt-2">
          One word:{" "}
          {words.slice(0, mostWords).map((word) => (
            <a key={word} href={searchAddress({ q: word })} className="link mr-3">
              {word}
            </a>
          ))}
        </p>
      )}
    </EmptyState>
  );
}
