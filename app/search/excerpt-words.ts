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
  const matches = matchesAmong(tokens, query);
  const hit = places.findIndex((place) => matches.has(place));
  const firstWord = Math.max(0, Math.min(hit - wordsBefore, places.length - wordsShown));
  const lastWord = Math.min(places.length, firstWord + wordsShown) - 1;
  const isStart = firstWord === 0;
  const isEnd = lastWord === places.length - 1;
  const from = isStart ? 0 : (places[firstWord] ?? 0);
  const to = isEnd ? tokens.length : (places[lastWord] ?? 0) + 1;

  const shown = tokens.slice(from, to).map((token, at) => (matches.has(from + at) ? marked(token) : token));
  return `${isStart ? "" : "…"}${shown.join("")}${isEnd ? "" : "…"}`;
}

/** The whole text with the words asked for marked. */
export function withMarks(text: string, query: QueryWords): string {
  const { texts, mayHold } = madeReady(query);
  const known = texts.get(text);
  if (known !== undefined) return known;
  if (!mayHold(text)) {
    texts.set(text, text);
    return text;
  }
  const tokens = text.match(tokenPattern) ?? [];
  const matches = matchesAmong(tokens, query);
  const shown = tokens.map((token, at) => (matches.has(at) ? marked(token) : token)).join("");
  texts.set(text, shown);
  return shown;
}

/** The words asked for that a text does not hold. */
export function unmarkedWords(text: string, { words, lastIsPrefix, also }: QueryWords): string[] {
  const tokens = text.match(tokenPattern) ?? [];
  return words.filter((word, at) => {
    const isPrefix = lastIsPrefix && at === words.length - 1;
    return matchesAmong(tokens, { words: [word], lastIsPrefix: isPrefix, also }).size === 0;
  });
}

function marked(token: string): string {
  return `${HIGHLIGHT_START}${token}${HIGHLIGHT_END}`;
}

/** The places of the tokens asked for, and of those that stand together in place of a word asked for. */
function matchesAmong(tokens: readonly string[], query: QueryWords): Set<number> {
  const { matches, rows } = madeReady(query);
  const found = new Set<number>();
  for (const [place, token] of tokens.entries()) if (matches(token)) found.add(place);
  if (rows.length === 0) return found;
  const places = tokens.flatMap((token, place) => (isWord.test(token) ? [place] : []));
  const stems = places.map((place) => stem(folded(tokens[place] ?? "")));
  for (const row of rows) {
    for (let at = stems.indexOf(row[0] ?? ""); at >= 0; at = stems.indexOf(row[0] ?? "", at + 1)) {
      if (!row.every((one, step) => stems[at + step] === one)) continue;
      for (const place of places.slice(at, at + row.length)) found.add(place);
    }
  }
  return found;
}

type Ready = {
  matches: (token: string) => boolean;
  /** Stems of words in a row that stand for one asked for. */
  rows: string[][];
  /** Names with their marks: those of departments stand on many hits. */
  texts: Map<string, string>;
  /** False of a text that can have none of the words: of most names, which are then not looked at word by word. */
  mayHold: (text: string) => boolean;
};

// A page marks twenty texts and some hundred names by the same words.
const ready = new WeakMap<QueryWords, Ready>();

function madeReady(query: QueryWords): Ready {
  const known = ready.get(query);
  if (known) return known;
  const instead = new Set(query.words.flatMap((word) => query.also?.get(word) ?? []));
  const rows = [...instead].map((one) => one.split(" ").map(stem));
  const beginnings = [...query.words.map(stem), ...rows.flatMap(([first = ""]) => first)];
  const mayHold = (text: string): boolean => {
    const whole = folded(text);
    return beginnings.some((beginning) => whole.includes(beginning));
  };
  const made = { matches: matcher(query), rows, texts: new Map<string, string>(), mayHold };
  ready.set(query, made);
  return made;
}

function matcher({ words, lastIsPrefix }: QueryWords): (token: string) => boolean {
  const stems = new Set(words.map(stem));
  const prefix = lastIsPrefix ? words.at(-1) : undefined;
  const told = new Map<string, boolean>();
  return (token) => {
    const known = told.get(token);
    if (known !== undefined) return known;
    const word = isWord.test(token) ? folded(token) : "";
    const matches =
      word !== "" && (stems.has(stem(word)) || (prefix !== undefined && word.startsWith(prefix)));
    told.set(token, matches);
    return matches;
  };
}

/** Light: only good enough to mark plurals and inflected forms of what was asked. */
function stem(word: string): string {
  return word.length > 4 ? word.replace(endings, "") : word;
}
