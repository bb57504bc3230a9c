import type { Candidate } from "./candidate.ts";
import { type QueryWords, wordsOf } from "./query-words.ts";
import { wordDistance } from "./word-distance.ts";
import { wordStem } from "./word-stem.ts";

// As the engine is told to find them (index-settings): none in an acronym, two in a long word.
const shortest = { forOne: 4, forTwo: 9 } as const;

/**
 * The words to mark in what was found by them: where none of it has a word, those it has that are a slip away from it.
 * A word that the library says means something else besides is no slip.
 */
export function withSlips(query: QueryWords, ...found: readonly Candidate[]): QueryWords {
  const missing = query.words.filter((word) => isMissing(word, query, found));
  if (missing.length === 0) return query;
  const texts = found.map(({ body, departmentWords, tagWords, authorName }) =>
    [body, ...departmentWords, ...tagWords, authorName].join("\n"),
  );
  const own = [...new Set(texts.flatMap(wordsOf))];
  const typed = query.lastIsPrefix ? query.words.at(-1) : undefined;
  const slips = missing.flatMap((word) => own.filter((other) => isSlip(word, other, word === typed)));
  // In front, for the last word may be one that is still being typed.
  return { ...query, words: [...slips, ...query.words] };
}

function isMissing(word: string, { also }: QueryWords, found: readonly Candidate[]): boolean {
  if (word.length < shortest.forOne || also?.has(word)) return false;
  const begun = ` ${wordStem(word)}`;
  return !found.some(({ stems }) => stems.includes(begun));
}

/** A wrong first letter is no slip, or "horse" would be "worse". Of a word being typed its beginning is enough. */
function isSlip(word: string, other: string, isBegun: boolean): boolean {
  if (word[0] !== other[0]) return false;
  const most = word.length >= shortest.forTwo ? 2 : 1;
  const compared = isBegun && other.length > word.length ? other.slice(0, word.length) : other;
  return Math.abs(word.length - other.length) <= most
    ? wordDistance(word, other) <= most
    : compared !== other && wordDistance(word, compared) <= most;
}
