import { wordsOf } from "../search/query-words.ts";
import { wordStem } from "../search/word-stem.ts";

// Words that no phrase begins or ends with: it would be one by grammar alone, or by what colleagues write every day.
const joining = new Set(
  "a about after again all also am an and any are as asked asking asks at be because been before being but by can could did do does done each for from get gets getting go goes going good got had has have having he heard her here him his how i if in into is it its just know like likes long made make many me mentioned more most much must my need needed needs new next no not now of off on one only or other our out over people put said same say says she should so some somebody someone still students staff such take than that the their them then there these they thing things think this those through time to today told too two up us use used using very want wanted wants was we week weeks well were what when where which while who why will with without would year years yet you your library".split(
    " ",
  ),
);

/** A phrase as it is compared, and as one of the texts writes it. */
export type Phrase = { key: string; words: string };

/**
 * What a text may say that others say too: two to four words that stand together within a clause, neither beginning
 * nor ending with a joining word. Compared by their stems, so that "reading list" and "reading lists" are one.
 */
export function phrasesIn(text: string): Phrase[] {
  const found = new Map<string, string>();
  for (const clause of text.split(/[^\p{L}\p{N}'’\s-]+/u)) {
    const words = wordsOf(clause.replace(/['’]s\b/g, ""));
    const stems = words.map(wordStem);
    const isNumber = words.map((word) => /^\d+$/.test(word));
    for (const [at, first] of words.entries()) {
      if (joining.has(first) || first.length < 2) continue;
      for (let end = at; end < Math.min(at + 4, words.length); end += 1) {
        if (isNumber[end]) break;
        const last = words[end] ?? "";
        if (end === at || joining.has(last) || last.length < 3) continue;
        const key = stems.slice(at, end + 1).join(" ");
        if (!found.has(key)) found.set(key, words.slice(at, end + 1).join(" "));
      }
    }
  }
  return [...found].map(([key, words]) => ({ key, words }));
}
