import { folded } from "#app/insights/search-text.ts";

const wordPattern = /[\p{L}\p{N}]+/gu;

/** The words of a text, folded, in order. */
export function wordsOf(text: string): string[] {
  return folded(text).match(wordPattern) ?? [];
}

// What carries no meaning in a sentence. In a query of one to three words they may be all there is (IT, US).
const fillers = new Set(
  "a about an and are as at be been but by can could did do does for from had has have how i if in is it its just me my no not of on or our she should so some than that the their them there they this to up us was we were what when where which who why will with would you your".split(
    " ",
  ),
);

const mostWords = 40;
const fewWords = 3;

export type QueryWords = {
  words: string[];
  /** True while the last word may still be being typed: it then stands for all words beginning so. */
  lastIsPrefix: boolean;
};

/** The words a query is about: of a sentence those that carry meaning, of a short query all. */
export function queryWords(query: string): QueryWords {
  const all = wordsOf(query);
  const telling = all.length > fewWords ? all.filter((word) => !fillers.has(word)) : all;
  const words = (telling.length > 0 ? telling : all).slice(0, mostWords);
  return { words, lastIsPrefix: /[\p{L}\p{N}]$/u.test(query.trimEnd()) };
}
