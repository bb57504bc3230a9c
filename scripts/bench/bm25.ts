import { porterStem } from "./porter-stem.ts";
import { stopWords } from "./stop-words.ts";

const saturation = 1.2;
const lengthWeight = 0.75;

/**
 * The yardstick: BM25 over the whole text of every document, stemmed after Porter, with all the statistics at hand. Not
 * a way to search a library in which not everybody may read everything.
 */
export function bm25(documents: readonly { id: string; text: string }[]): (q: string) => string[] {
  const places = new Map<string, { at: number; times: number }[]>();
  const lengths = documents.map(({ text }, at) => {
    const terms = termsOf(text);
    const times = new Map<string, number>();
    for (const term of terms) times.set(term, (times.get(term) ?? 0) + 1);
    for (const [term, count] of times) {
      const found = places.get(term) ?? [];
      found.push({ at, times: count });
      places.set(term, found);
    }
    return terms.length;
  });
  const usual = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, documents.length);
  return (q) => {
    const scores = new Map<number, number>();
    for (const term of termsOf(q)) {
      const found = places.get(term) ?? [];
      const weight = Math.log(1 + (documents.length - found.length + 0.5) / (found.length + 0.5));
      for (const { at, times } of found) {
        const norm = saturation * (1 - lengthWeight + (lengthWeight * (lengths[at] ?? 0)) / usual);
        scores.set(at, (scores.get(at) ?? 0) + (weight * times * (saturation + 1)) / (times + norm));
      }
    }
    const best = [...scores].sort(([, a], [, b]) => b - a).slice(0, 10);
    return best.map(([at]) => documents[at]?.id ?? "");
  };
}

function termsOf(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.filter((word) => !stopWords.has(word)).map(porterStem);
}
