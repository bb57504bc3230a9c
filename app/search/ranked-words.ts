import { queryWords, wordsOf } from "./query-words.ts";
import { wordStem } from "./word-stem.ts";

/** A word of a question by which insights are ranked. */
export type RankedWord = {
  word: string;
  stem: string;
  /** How often the question says it, in this or another form. */
  times: number;
  /** What the engine is asked: the stem, which stands for all words beginning so, or the very word. */
  asked: string;
};

/** More would make a pasted page dear; what is said twice, and then what is long, tells most. */
const mostWords = 20;
const mostRead = 200;

/** The words of a question that tell insights apart; fewer than two are not worth ranking by. */
export function rankedWords(q: string): RankedWord[] {
  const acronyms = new Set(isShouted(q) ? [] : (q.match(/\b\p{Lu}{2,5}\b/gu) ?? []).flatMap(wordsOf));
  const byStem = new Map<string, RankedWord>();
  for (const word of queryWords(q, mostRead).words) {
    const stem = wordStem(word);
    const known = byStem.get(stem);
    if (known) known.times += 1;
    else {
      // A space behind it: nothing that only begins so.
      const isWhole = word.length < 3 || /\p{N}/u.test(word) || acronyms.has(word);
      byStem.set(stem, { word, stem, times: 1, asked: isWhole ? `${word} ` : stem });
    }
  }
  const all = [...byStem.values()];
  if (all.length <= mostWords) return all;
  return all.sort((a, b) => b.times - a.times || b.word.length - a.word.length).slice(0, mostWords);
}

/** In a text all in capitals they make no word an acronym. */
function isShouted(q: string): boolean {
  return q === q.toUpperCase() && wordsOf(q).length > 3;
}
