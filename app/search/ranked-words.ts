import { askedWords } from "./asked-words.ts";
import { numbersOf } from "./dialect.ts";
import { wordsOf } from "./query-words.ts";
import type { SearchRequest } from "./search-request.ts";
import { wordStem } from "./word-stem.ts";

/** A word of a question by which insights are ranked. */
export type RankedWord = {
  word: string;
  stem: string;
  /** How often the question says it, in this or another form. */
  times: number;
  /** What the engine is asked: the stem, which stands for all words beginning so, or the very word. */
  asked: string;
  /** What may stand in its place. */
  also: Said[];
};

/** Words in a row, as they are counted in a text and as the engine is asked for them. */
type Said = { stems: string; asked: string[] };

/** More would make a pasted page dear; what is said twice, and then what is long, tells most. */
const mostWords = 20;
const mostRead = 200;

/** Cut off to so little, a slip is another word: "reding" is not "red". */
const shortestOfStrange = 4;

type Understood = Partial<Pick<SearchRequest, "meanings" | "strange">>;

/** The words of a question that tell insights apart; fewer than two are not worth ranking by. */
export function rankedWords(q: string, { meanings = [], strange = [] }: Understood = {}): RankedWord[] {
  const acronyms = new Set(isShouted(q) ? [] : (q.match(/\b\p{Lu}{2,5}\b/gu) ?? []).flatMap(wordsOf));
  const byStem = new Map<string, RankedWord>();
  const { words, also } = askedWords({ q, meanings }, mostRead);
  for (const word of words) {
    const cut = wordStem(word);
    const stem = cut.length < shortestOfStrange && strange.includes(word) ? word : cut;
    const known = byStem.get(stem);
    if (known) known.times += 1;
    else {
      // A space behind it: nothing that only begins so.
      const isWhole = word.length < 3 || /\p{N}/u.test(word) || acronyms.has(word);
      byStem.set(stem, {
        word,
        stem,
        times: 1,
        asked: isWhole ? `${word} ` : stem,
        also: (also?.get(word) ?? []).map(said),
      });
    }
  }
  const all = [...byStem.values()];
  if (all.length <= mostWords) return all;
  return all.sort((a, b) => b.times - a.times || b.word.length - a.word.length).slice(0, mostWords);
}

/** Several words are asked for together, and with the last in either number; a short one as it is, for it may be an acronym. */
function said(instead: string): Said {
  const words = instead.split(" ");
  const stems = words.map(wordStem).join(" ");
  if (words.length > 1) return { stems, asked: numbersOf(instead).map((one) => `"${one}"`) };
  return { stems, asked: [instead.length < 5 ? `${instead} ` : wordStem(instead)] };
}

/** In a text all in capitals they make no word an acronym. */
function isShouted(q: string): boolean {
  return q === q.toUpperCase() && wordsOf(q).length > 3;
}
