import type { InsightKind } from "#app/insights/insight.ts";
import type { Candidate } from "./candidate.ts";
import type { RankedWord } from "./ranked-words.ts";
import { wordDistance } from "./word-distance.ts";

/** A word with what the engine found for it. */
export type AskedWord = RankedWord & {
  /** Ids found by it, and how many there are in all, among what the reader may read. */
  ids: ReadonlySet<string>;
  total: number;
};

export type Ranked = { candidate: Candidate; score: number };

type Ranking = {
  candidates: readonly Candidate[];
  words: readonly AskedWord[];
  /** Insights this reader may read. */
  total: number;
  /** Slugs of the reader's own departments. */
  own: ReadonlySet<string>;
  /** yyyymmdd */
  today: number;
};

const saturation = 1.2;
const lengthWeight = 0.75;
const shortestLength = 20;
/** Of the credit for the word itself, what one that begins like it or is a slip away has. */
const nearly = 0.5;
/** What one has that is a slip away from a word that others have as it is: it is likely another. */
const seldom = 0.2;
/** And what one has that the library says means the same. */
const otherwise = 0.8;
const shortestPrefix = 4;
/** Of more words none decides by itself what its neighbours are worth: measured, it loses there what it gains here. */
const fewWords = 5;
/** With a letter changed it is half a dozen other words. */
const shortWord = 4;

/**
 * Puts candidates in order: by how much of what was asked they tell (BM25, a word counting by how few of the insights
 * this reader may read have it), then a little by how many heard it, how recently and for whom; what has been replaced
 * stands well below.
 */
export function rankCandidates({ candidates, words, total, own, today }: Ranking): Ranked[] {
  const usual = Math.max(
    shortestLength,
    candidates.reduce((sum, { length }) => sum + length, 0) / Math.max(1, candidates.length),
  );
  const corrected = words
    .map((word) => withoutSlip(word, candidates))
    .map((word) => (words.length > fewWords ? { ...word, slip: nearly } : withTrueTotal(word, candidates)))
    .map(asSought);
  const weights = corrected.map(({ times, total: having }) => {
    const among = Math.max(total, having);
    return times * Math.log(1 + (among - having + 0.5) / (having + 0.5));
  });
  const scored = candidates.map((candidate) => {
    const norm = saturation * (1 - lengthWeight + (lengthWeight * candidate.length) / usual);
    const counts = timesIn(candidate, corrected);
    const told = counts.reduce(
      (sum, times, at) => sum + ((weights[at] ?? 0) * times * (saturation + 1)) / (times + norm),
      0,
    );
    return { candidate, score: told * standing(candidate, own, today) };
  });
  return scored.sort((a, b) => b.score - a.score || b.candidate.seq - a.candidate.seq);
}

/** How often what may stand in a word's place stands in a text: words in a row. */
function timesInstead({ also }: AskedWord, spaced: string): number {
  let times = 0;
  for (const { stems } of also) {
    const sought = ` ${stems} `;
    // The space between two is the end of one and the beginning of the next.
    for (let at = spaced.indexOf(sought); at >= 0; at = spaced.indexOf(sought, at + sought.length - 1))
      times += 1;
  }
  return times;
}

type Sought = WeighedWord & {
  /** What two words are slips of counts once, for the first of them. */
  isSaid: boolean;
};

function asSought(word: WeighedWord, at: number, words: readonly WeighedWord[]): Sought {
  return { ...word, isSaid: words.findIndex(({ stem }) => stem === word.stem) < at };
}

/** How often each word stands in it: whole words, nearly for what begins so or was found by a slip. */
function timesIn({ id, stems }: Candidate, words: readonly Sought[]): number[] {
  return words.map((word) => {
    const { whole, begun } = timesOf(word.stem, stems);
    const isNear = word.stem.length >= shortestPrefix && (begun || (word.isSaid && whole > 0));
    const times = (word.isSaid ? 0 : whole) + timesInstead(word, stems) * otherwise;
    return times || (isNear ? nearly : word.ids.has(id) ? word.slip : 0);
  });
}

/** Looked for in the text as it is: to take it apart into words leaves thousands of them lying about. */
function timesOf(stem: string, stems: string): { whole: number; begun: boolean } {
  const sought = ` ${stem}`;
  let whole = 0;
  let begun = false;
  for (let at = stems.indexOf(sought); at >= 0; at = stems.indexOf(sought, at + sought.length)) {
    if (stems[at + sought.length] === " ") whole += 1;
    else begun = true;
  }
  return { whole, begun };
}

type WeighedWord = AskedWord & { /** What one counts that only a slip away has. */ slip: number };

/**
 * The engine counts what is a slip away too, and hands that out last: where some of what it handed out has not the word, all
 * that have it are among them. Short words have so many neighbours ("head": heard, read) that theirs would tell nothing.
 */
function withTrueTotal(word: AskedWord, candidates: readonly Candidate[]): WeighedWord {
  const found = candidates.filter(({ id }) => word.ids.has(id));
  const sought = word.stem.length >= shortestPrefix ? ` ${word.stem}` : ` ${word.stem} `;
  const having = found.filter(({ stems }) => stems.includes(sought) || timesInstead(word, stems) > 0).length;
  if (having === 0) return { ...word, slip: nearly };
  if (having === found.length) {
    // How many of the rest have it is not told: something between none and all of them.
    const isShort = word.asked.length <= shortWord && !word.asked.endsWith(" ");
    return {
      ...word,
      total: isShort ? Math.sqrt(having * Math.max(having, word.total)) : word.total,
      slip: nearly,
    };
  }
  return { ...word, total: Math.min(word.total, having), slip: seldom };
}

/** A word that none of them has is taken for a slip: it stands for the word of theirs nearest to it. */
function withoutSlip(word: AskedWord, candidates: readonly Candidate[]): AskedWord {
  const found = candidates.filter(({ id }) => word.ids.has(id));
  const sought = ` ${word.stem} `;
  if (found.some(({ stems }) => stems.includes(sought) || timesInstead(word, stems) > 0)) return word;
  const slips = new Map<string, number>();
  for (const { stems } of found) {
    for (const token of new Set(stems.split(" "))) {
      const isLong = word.stem.length >= 8;
      if (token.length < 3 || Math.abs(token.length - word.stem.length) > 2) continue;
      if (wordDistance(token, word.stem) <= (isLong ? 2 : 1)) slips.set(token, (slips.get(token) ?? 0) + 1);
    }
  }
  const [best] = [...slips].sort(([, a], [, b]) => b - a);
  return best ? { ...word, stem: best[0] } : word;
}

/** Days after which what was heard of that kind is half as fresh. */
const freshDays: Partial<Record<InsightKind, number>> = {
  problem: 90,
  question: 90,
  need: 120,
  opportunity: 120,
  "new-person": 365,
  win: 365,
};
const usualFreshDays = 180;
const share = { strength: 0.05, fresh: 0.06, own: 0.04, replaced: 0.5 } as const;

/** What its relevance is multiplied by: never so much that it outweighs a word. */
function standing(candidate: Candidate, own: ReadonlySet<string>, today: number): number {
  const { voices, voiceTeams, heardOn, kind, departments, current } = candidate;
  const strength = Math.log(Math.min(voices, 8)) + Math.log(Math.min(voiceTeams, 4));
  const fresh = 2 ** (-daysBetween(heardOn, today) / (freshDays[kind] ?? usualFreshDays));
  const isOwn = departments.some((slug) => own.has(slug));
  const raised = 1 + share.strength * strength + share.fresh * fresh + (isOwn ? share.own : 0);
  return raised * (current === 1 ? 1 : share.replaced);
}

/** Of days as yyyymmdd, near enough. */
function daysBetween(one: number, other: number): number {
  const days = (day: number) =>
    Math.floor(day / 10_000) * 365 + Math.floor((day % 10_000) / 100) * 30.4 + (day % 100);
  return Math.max(0, days(other) - days(one));
}
