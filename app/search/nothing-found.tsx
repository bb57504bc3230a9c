import SearchX from "lucide-react/icons/search-x";
import type { JSX } from "react";
import { ButtonLink } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { asksForNothing, isFiltered, type SearchRequest, searchAddress } from "./search-request.ts";

type NothingFoundProps = {
  request: SearchRequest;
  /** The words as the box has them now. */
  query: string;
  /** Words that are written here and come nearest to what was asked. */
  nearest: readonly string[];
  /** Something of that name was found, and stands above. */
  isNamed: boolean;
};

const mostWords = 4;

/** What to do when a search finds nothing: what was tried, each word by itself, and colleagues to ask. */
export function NothingFound({ request, query, nearest, isNamed }: NothingFoundProps): JSX.Element {
  const words = [...new Set(query.split(/[\s"-]+/))].filter((word) => word.length > 2);
  const filtered = isFiltered(request);
  const isEmptyLibrary = query === "" && asksForNothing(request);
  const unasked = isEmptyLibrary
    ? "What colleagues post can be searched at once."
    : "No insight has all of this.";
  const about = request.departments[0];
  const question = new URLSearchParams({
    kind: "question",
    ...(about ? { department: about } : {}),
    body: query,
  });
  return (
    <EmptyState
      title={isEmptyLibrary ? "Nothing has been posted yet" : "Nothing colleagues have posted matches"}
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
      {query === "" ? unasked : triedInWords(request)}
      {isNamed && " What is called so stands above."}
      {nearest.length > 0 && <Words label="Nearest words here:" words={nearest} />}
      {words.length > 1 && <Words label="One word:" words={words.slice(0, mostWords)} />}
    </EmptyState>
  );
}

function Words({ label, words }: { label: string; words: readonly string[] }): JSX.Element {
  return (
    <p className="mt-2">
      {label}{" "}
      {words.map((word) => (
        <a
          key={word}
          href={searchAddress({ q: word })}
          className="link mr-3 inline-block min-h-6 pointer-coarse:min-h-11"
        >
          {word}
        </a>
      ))}
    </p>
  );
}

/** "Tried: these words, any of them, “research data management” for “rdm”, other forms and spellings, and slips." */
function triedInWords({ q, meanings, phrases, excluded }: SearchRequest): string {
  const isOne = !/\s/.test(q.trim());
  const words = isOne ? "this word" : "all these words, any of them";
  const instead = meanings.map(
    ({ said, instead: others }) => `${others.map((one) => `“${one}”`).join(", ")} for “${said}”`,
  );
  if (q === "" && phrases.length + excluded.length > 0)
    return "Tried: exactly what stands in quotation marks.";
  return `Tried: ${[words, ...instead, "other forms and spellings"].join(", ")}, and slips.`;
}
