import { queryWords, wordsOf } from "./query-words.ts";
import { wordStem } from "./word-stem.ts";

// Said in so many insights, or of the hearing itself, that sharing them makes no two alike.
const common = new Set(
  "after also again any anyone ask asked asking asks back been being come comes coming don doesn dont get getting gets give given go goes going got heard hear hears isn know knows last like look looking made make makes many maybe mentioned more most much need needed needs new next now one only other out over put people really said say saying says see seem seems since someone still take talk talked tell thing things think thinks today told too two use used using very want wanted wants way week well were while yesterday".split(
    " ",
  ),
);

const mostWords = 16;

/** The words of a text by which another may resemble it, each once. */
export function tellingWords(text: string): string[] {
  const { words } = queryWords(text);
  const telling = words.filter((word) => word.length > 1 && !common.has(word));
  const byStem = new Map(telling.map((word) => [wordStem(word), word]));
  return [...byStem.values()].slice(0, mostWords);
}

type Compared = {
  words: readonly string[];
  /** How much each of them tells. */
  weights: ReadonlyMap<string, number>;
  /** Slugs of the departments chosen in the form. */
  departments: readonly string[];
  /** Of the insight. */
  searchText: string;
  departmentSlugs: readonly string[];
};

const saturation = 1.2;
const lengthWeight = 0.4;
const usualLength = 45;
const sameDepartment = 1.3;
const leastLikeness = { ofFewWords: 0.6, ofMore: 0.4 };
const leastTold = 5.5;
// A word that tells less stands in every third insight: sharing it is chance.
const leastWeight = 1.25;
const fewWords = 4;

/**
 * How alike an insight is to the words being written: the part of what they tell that it tells too (BM25), more for
 * the same department; 0 for what is not alike enough to be worth a look.
 */
export function likeness({ words, weights, departments, searchText, departmentSlugs }: Compared): number {
  const theirs = new Map<string, number>();
  const all = wordsOf(searchText);
  for (const word of all) theirs.set(wordStem(word), (theirs.get(wordStem(word)) ?? 0) + 1);
  const norm = saturation * (1 - lengthWeight + (lengthWeight * all.length) / usualLength);
  let possible = 0;
  let told = 0;
  let shared = 0;
  for (const word of words) {
    const weight = weights.get(word) ?? 0;
    possible += weight;
    const times = theirs.get(wordStem(word)) ?? 0;
    if (times === 0) continue;
    if (weight >= leastWeight) shared += 1;
    told += (weight * times * (saturation + 1)) / (times + norm);
  }
  const few = words.length <= fewWords;
  if (shared < (few ? 2 : 3)) return 0;
  const near = departmentSlugs.some((slug) => departments.includes(slug)) ? sameDepartment : 1;
  if (told * near < leastTold) return 0;
  const like = (told / possible) * near;
  return like >= (few ? leastLikeness.ofFewWords : leastLikeness.ofMore) ? like : 0;
}
