import SearchX from "lucide-react/icons/search-x";
import type { JSX } from "react";
import { useOurWords } from "../settings/use-our-words.tsx";
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
  const say = useOurWords();
  const words = [...new Set(query.replaceAll(/["“”]/g, "").split(" "))].filter((word) => word.length > 2);
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
      <p>
        {query === ""
          ? "No insight is let through by these filters together."
          : `Tried: all of these words, any of them, their other forms, and slips of a letter${filtered ? ", among what the filters let through" : ""}.`}
        {nearest && " What comes nearest by its name stands above."}
      </p>
      {words.length > 1 && (
        <p className="mt-2">
          One word by itself:{" "}
          {words.slice(0, mostWords).map((word, at) => (
            <span key={word}>
              {at > 0 && ", "}
              <a href={searchAddress({ q: word.replace(/^-/, "") })} className="link">
                {word.replace(/^-/, "")}
              </a>
            </span>
          ))}
        </p>
      )}
      <p className="mt-2">{say("Or try other words, a nickname, or the name of the department.")}</p>
    </EmptyState>
  );
}
