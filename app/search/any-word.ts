import { readingRule } from "#app/insights/readable.ts";
import type { Person } from "#app/people/person.ts";
import { type EngineFilter, readableFilter, withoutIds } from "./engine-filter.ts";
import type { RankedWord } from "./ranked-words.ts";
import { engineText } from "./read-query.ts";
import type { SearchRequest } from "./search-request.ts";

/** What the engine is asked for by words. */
export type WordsQuestion = {
  person: Person;
  request: SearchRequest;
  words: readonly RankedWord[];
  /** Insights the index is not known to be right about. */
  without: readonly string[];
};

const mostInstead = 10;

/** What the engine is asked one by one: every word in its order, then what may stand in the place of some. */
export function questionsOf(words: readonly RankedWord[]): string[] {
  const asked = words.map((word) => word.asked);
  const instead = words.flatMap(({ also }) => also.flatMap((said) => said.asked));
  return [...asked, ...[...new Set(instead)].filter((one) => !asked.includes(one)).slice(0, mostInstead)];
}

/** The condition whatever else is asked for. */
export function alwaysOf({ person, without }: WordsQuestion): EngineFilter {
  return [...readableFilter(readingRule(person)), ...withoutIds(without)];
}

export type WordSearch = { q: string; matchingStrategy: "all"; filter: EngineFilter };

/** One search for each of the words. */
export function wordSearches({ words, request }: WordsQuestion, filter: EngineFilter): WordSearch[] {
  return questionsOf(words).map((asked) => ({
    q: engineText(asked, request),
    matchingStrategy: "all",
    filter,
  }));
}
