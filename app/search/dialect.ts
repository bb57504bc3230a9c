import type { WordGroupContent } from "#app/vocabulary/word-group.ts";
import { wordsOf } from "./query-words.ts";
import { otherSpellings } from "./spellings.ts";
import { wordJoins } from "./word-joins.ts";
import { wordStem } from "./word-stem.ts";

/** What words of a search stand for besides: "rdm", and "research data management" instead. Folded, a space between. */
export type Meaning = { said: string; instead: string[] };

export type Dialect = {
  /** What the words of a question mean besides themselves. */
  meaningsIn(q: string): Meaning[];
  /** Words of a question that the library has not, of several; none as long as it has none at all. */
  strangeIn(q: string): string[];
  /** What words mean for the engine, which looks words up by itself: what is written, and what is found by it too. */
  engineSynonyms: Record<string, string[]>;
};

const mostRead = 200;
const mostMeanings = 12;
const mostInstead = 8;
/** The engine joins so many words to look them up as one. */
const mostForEngine = 3;

/** The library's way of speaking: what editors say means the same, and the other spelling of words the library has. */
export function dialectOf({
  groups,
  spelledWords,
  written,
}: {
  groups: readonly WordGroupContent[];
  /** Words of the library that can be written otherwise. */
  spelledWords: readonly string[];
  /** Words of the library: what it writes as one word, or as several, is looked for so. */
  written: ReadonlySet<string>;
}): Dialect {
  const terms = new Map<string, Set<string>>();
  const engine = new Map<string, Set<string>>();
  let longest = 1;
  for (const { kind, words, finds } of groups) {
    const said = plainTerms(words);
    const all = kind === "same" ? said : plainTerms(finds);
    for (const term of said) {
      const others = all.filter((other) => other !== term);
      addAll(terms, asLookedUp(term.split(" ")), others);
      longest = Math.max(longest, term.split(" ").length);
      for (const form of numbersOf(term)) addAll(engine, form, others.flatMap(numbersOf));
    }
  }
  const spelled = new Map<string, Set<string>>();
  for (const word of spelledWords) {
    for (const other of otherSpellings(word)) {
      addAll(spelled, other, [word]);
      addAll(engine, other, [word]);
    }
  }
  return {
    meaningsIn: (q) => meaningsIn(wordsOf(q).slice(0, mostRead), { terms, spelled, longest, written }),
    strangeIn: (q) => (written.size > 0 ? strangeIn(wordsOf(q).slice(0, mostRead), written) : []),
    engineSynonyms: Object.fromEntries(
      [...engine]
        .filter(([said]) => said.split(" ").length <= mostForEngine)
        .map(([said, instead]) => [said, [...instead].filter((one) => one !== said).sort()] as const)
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    ),
  };
}

function strangeIn(words: readonly string[], written: ReadonlySet<string>): string[] {
  return words.filter((word) => word.length > 4 && !written.has(word));
}

type Known = {
  terms: Map<string, Set<string>>;
  spelled: Map<string, Set<string>>;
  longest: number;
  written: ReadonlySet<string>;
};

/** The longest that means something is taken first; what stands in it means nothing more, but for its spelling. */
function meaningsIn(words: readonly string[], { terms, spelled, longest, written }: Known): Meaning[] {
  const found = new Map<string, Set<string>>();
  for (let at = 0; at < words.length && found.size < mostMeanings; ) {
    let length = Math.min(longest, words.length - at);
    while (length > 0 && !terms.has(asLookedUp(words.slice(at, at + length)))) length -= 1;
    const taken = words.slice(at, at + Math.max(1, length));
    const said = taken.join(" ");
    if (length > 0) addAll(found, said, terms.get(asLookedUp(taken)) ?? []);
    for (const word of taken) {
      const others = spelled.get(word);
      if (others) addAll(found, word, others);
    }
    at += taken.length;
  }
  for (const { said, instead } of wordJoins(words, written)) addAll(found, said, [instead]);
  return [...found].flatMap(([said, others]) => {
    const instead = [...others].filter((other) => other !== said).slice(0, mostInstead);
    return instead.length > 0 ? [{ said, instead }] : [];
  });
}

function plainTerms(terms: readonly string[]): string[] {
  return [...new Set(terms.map((term) => wordsOf(term).join(" ")))].filter((term) => term !== "");
}

/** Singular and plural are one: "OERs", "reading lists". */
function asLookedUp(words: readonly string[]): string {
  return words.map((word) => (word.length > 4 ? wordStem(word) : singularOf(word))).join(" ");
}

function singularOf(word: string): string {
  return /[^s]s$/.test(word) && word.length > 2 ? word.slice(0, -1) : word;
}

/** The engine knows no stems: a term as it is, and with its last word in the other number. */
export function numbersOf(term: string): string[] {
  if (/\d$/.test(term)) return [term];
  const singular = singularOf(term);
  return singular === term ? [term, `${term}s`] : [term, singular];
}

function addAll(map: Map<string, Set<string>>, key: string, values: Iterable<string>): void {
  const known = map.get(key) ?? new Set();
  for (const value of values) known.add(value);
  map.set(key, known);
}
