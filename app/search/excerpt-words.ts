import { folded } from "#app/insights/search-text.ts";
import { HIGHLIGHT_END, HIGHLIGHT_START } from "#app/text/clean-text.ts";
import type { QueryWords } from "./query-words.ts";

const wordsShown = 40;
const wordsBefore = 12;
const tokenPattern = /[\p{L}\p{N}\p{M}]+|[^\p{L}\p{N}\p{M}]+/gu;
const isWord = /^[\p{L}\p{N}]/u;
const endings = /(?:ations?|ings?|ers?|ed|ies|es|s|y)$/;

/** A piece of the text round the first word asked for, with the highlight markers, as the engine would return it. */
export function excerptWithMarks(plainText: string, query: QueryWords): string {
  const text = plainText.replaceAll(HIGHLIGHT_START, "").replaceAll(HIGHLIGHT_END, "");
  const tokens = text.match(tokenPattern) ?? [];
  const places = tokens.flatMap((token, place) => (isWord.test(token) ? [place] : []));
  const matches = matcher(query);
  const hit = places.findIndex((place) => matches(tokens[place] ?? ""));
  const firstWord = Math.max(0, Math.min(hit - wordsBefore, places.length - wordsShown));
  const lastWord = Math.min(places.length, firstWord + wordsShown) - 1;
  const isStart = firstWord === 0;
  const isEnd = lastWord === places.length - 1;
  const from = isStart ? 0 : (places[firstWord] ?? 0);
  const to = isEnd ? tokens.length : (places[lastWord] ?? 0) + 1;

  const shown = tokens
    .slice(from, to)
    .map((token) =>
      isWord.test(token) && matches(token) ? `${HIGHLIGHT_START}${token}${HIGHLIGHT_END}` : token,
    );
  return `${isStart ? "" : "…"}${shown.join("")}${isEnd ? "" : "…"}`;
}

/** The whole text with the words asked for marked. */
export function withMarks(text: string, query: QueryWords): string {
  const matches = matcher(query);
  return text.replace(tokenPattern, (token) =>
    isWord.test(token) && matches(token) ? `${HIGHLIGHT_START}${token}${HIGHLIGHT_END}` : token,
  );
}

/** The words asked for that a text does not hold. */
export function unmarkedWords(text: string, { words, lastIsPrefix }: QueryWords): string[] {
  const tokens = (text.match(tokenPattern) ?? []).filter((token) => isWord.test(token));
  return words.filter((word, at) => {
    const isPrefix = lastIsPrefix && at === words.length - 1;
    return !tokens.some(matcher({ words: [word], lastIsPrefix: isPrefix }));
  });
}

function matcher({ words, lastIsPrefix }: QueryWords): (token: string) => boolean {
  const stems = new Set(words.map(stem));
  const prefix = lastIsPrefix ? words.at(-1) : undefined;
  return (token) => {
    const word = folded(token);
    return stems.has(stem(word)) || (prefix !== undefined && word.startsWith(prefix));
  };
}

/** Light: only good enough to mark plurals and inflected forms of what was asked. */
function stem(word: string): string {
  return word.length > 4 ? word.replace(endings, "") : word;
}
