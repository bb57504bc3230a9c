import { wordsOf } from "./query-words.ts";

/** For PostgreSQL: these words as they stand, in this order. Letters and digits alone, so that none is a sign of a pattern. */
export function phrasePattern(text: string): string {
  return `\\m${wordsOf(text).join(" ")}\\M`;
}
