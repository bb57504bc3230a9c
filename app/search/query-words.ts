import { folded } from "#app/insights/search-text.ts";

const wordPattern = /[\p{L}\p{N}]+/gu;

/** The words of a text, folded, in order. */
export function wordsOf(text: string): string[] {
  return folded(text).match(wordPattern) ?? [];
}

// What carries no meaning in a sentence. In a query of one to three words they may be all there is (IT, US).
const fillers = /* @__PURE__ */ new Set(
  "a about above after again against all am an and any anybody anyone are as at be because been before being below between both but by can could did do does doing don down during each few for from further had has have having he hear heard her here hers herself him himself his how i if in into is it its itself just me more most my myself no nor not now of off on once only or other our ours ourselves out over own s said same say says she should so some someone such t than that the their theirs them then there these they this those through to too under until up us very was we were what when where which while who whom why will with would you your yours yourself".split(
    " ",
  ),
);

/** True for what carries no meaning beside other words. */
export function isFiller(word: string): boolean {
  return fillers.has(word);
}

// Of two or three words these may be what is meant: IT, US, WHO.
const acronyms = new Set("it us who".split(" "));

const mostWords = 40;
const fewWords = 3;

/** By a word of the question, what may stand in its place: each a word or several, a space between. */
type Also = ReadonlyMap<string, readonly string[]>;

export type QueryWords = {
  words: string[];
  also?: Also;
  /** True while the last word may still be being typed: it then stands for all words beginning so. */
  lastIsPrefix: boolean;
};

/** The words a query is about: those that carry meaning, if any does. Of a short one the last may go on yet. */
export function queryWords(query: string, most: number = mostWords): QueryWords {
  const all = wordsOf(query);
  const isFew = all.length <= fewWords;
  const telling = all.filter(
    (word, at) => !fillers.has(word) || (isFew && (at === all.length - 1 || acronyms.has(word))),
  );
  const words = (telling.some((word) => !fillers.has(word)) ? telling : all).slice(0, most);
  return { words, lastIsPrefix: /[\p{L}\p{N}]$/u.test(query.trimEnd()) };
}
