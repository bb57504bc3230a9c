import { cleanText, saysSomething } from "../text/clean-text.ts";

/** Limits of one comment: bytes of UTF-8 for its text, characters for the reason it is hidden. */
export const commentLimits = { bodyBytes: 5_000, reasonCharacters: 300 } as const;

/** A comment's text as it is kept, or what is wrong with it. */
export function readComment(sent: string | undefined): { body: string } | { problem: string } {
  const body = cleanText(sent ?? "");
  if (!saysSomething(body)) return { problem: "Write your comment" };
  if (new TextEncoder().encode(body).length > commentLimits.bodyBytes) {
    return { problem: "The comment is too long: at most 5,000 bytes, about 800 words" };
  }
  return { body };
}
