import { wordsOf } from "./query-words.ts";

/** Something a filter can be set to, and every name it goes by. */
export type Named = { value: string; names: readonly string[] };

/**
 * What somebody means by a name: what is called exactly so, else all with a name in which each word is begun by theirs.
 * When there is none, the name itself: as a filter it lets nothing through.
 */
export function meant(typed: string, all: readonly Named[]): string[] {
  const words = wordsOf(typed);
  if (words.length === 0) return [typed.toLowerCase()];
  const whole = words.join(" ");
  const exactly = all.filter(({ names }) => names.some((name) => wordsOf(name).join(" ") === whole));
  const found =
    exactly.length > 0 ? exactly : all.filter(({ names }) => names.some((name) => isBegun(name, words)));
  return found.length > 0 ? found.map(({ value }) => value) : [typed.toLowerCase()];
}

function isBegun(name: string, words: readonly string[]): boolean {
  const own = wordsOf(name);
  return words.every((word) => own.some((one) => one.startsWith(word)));
}
