import { queryWords } from "./query-words.ts";
import { wordStem } from "./word-stem.ts";

/** Of more words than these nobody posts all: a saved sentence is matched by those that come near, as a search finds them. */
const mostForAll = 5;
const fewest = 3;
const most = 6;

/** How many of a search's words an insight must have to be new in it; nothing where it must have all. */
export type NearEnough = { of: number; needed: number };

/** A third of a sentence's telling words, and three at least; of a pasted page six, or nothing would ever be near. */
export function nearEnough(q: string): NearEnough | undefined {
  const of = tellingWords(q).length;
  if (of <= mostForAll) return undefined;
  return { of, needed: Math.min(most, Math.max(fewest, Math.ceil(of / 3))) };
}

/** The words of a question that carry meaning, each once in whichever form it comes first. */
export function tellingWords(q: string): string[] {
  const byStem = new Map<string, string>();
  for (const word of queryWords(q).words) {
    const stem = wordStem(word);
    if (!byStem.has(stem)) byStem.set(stem, word);
  }
  return [...byStem.values()];
}

/** What the page says of it, so that nobody takes it for less or more. */
export function nearEnoughWords({ of, needed }: NearEnough): string {
  return `What has ${needed} or more of its ${of} telling words counts as new: nobody would write all of them again.`;
}
