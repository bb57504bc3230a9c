import { titles } from "../text/privacy-words.ts";

const mostCharacters = 60;
const mostWords = 5;
const years = /(?<!\d)(?:19|20)\d{2}(?:[-/](?:\d{2}|(?:19|20)\d{2}))?(?!\d)/g;
const pairOfNames = /\p{Lu}\p{Ll}[\p{L}'’-]*\s+(?:\p{Lu}\.?\s+)?\p{Lu}\p{Ll}/u;

/**
 * The words of a search that found nothing as they may be kept for editors, or nothing: a pasted text, an address, a
 * number that could be a telephone's or a student's, and what looks like somebody's name are nobody's to keep.
 */
export function worthKeeping(q: string): string | undefined {
  const text = q.normalize("NFC").replace(/\s+/g, " ").trim();
  if (text.length < 2 || text.length > mostCharacters) return undefined;
  if (/[@/\\]|www\./i.test(text)) return undefined;
  if ((text.replace(years, "").match(/\d/g) ?? []).length >= 5) return undefined;
  if (pairOfNames.test(text)) return undefined;
  const words = text.toLowerCase().match(/[\p{L}\p{N}\p{M}]+(?:['’&-][\p{L}\p{N}\p{M}]+)*/gu) ?? [];
  if (words.length === 0 || words.length > mostWords) return undefined;
  if (words.some((word) => titles.has(word))) return undefined;
  return words.join(" ");
}
