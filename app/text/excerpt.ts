// In these ranges every UTF-16 unit is one character to a reader, so no segmenter is needed.
const plainLetters = /^[\x20-\x7E\u00A0-\u02FF\u2010-\u2027]*$/;

/**
 * The start of a text on one line, at most `maxCharacters` long as a reader counts them, the ellipsis included. Cut
 * between words where a word ends near enough, and never inside a character.
 */
export function excerpt(plainText: string, maxCharacters: number): string {
  // A character may be built of many units: what stacks up more than sixteen is not prose.
  const window = plainText.slice(0, maxCharacters * 16 + 16);
  const text = window.replace(/\s+/g, " ").trim();
  const whole = window.length === plainText.length;
  if (whole && text.length <= maxCharacters) return text;

  const kept = characters(text, maxCharacters);
  if (whole && kept.length === text.length) return text;
  const room = characters(kept, Math.max(0, maxCharacters - 1));
  const wordEnds = text.charAt(room.length) === " " ? room.length : room.lastIndexOf(" ");
  const cut = wordEnds > room.length / 2 ? room.slice(0, wordEnds) : room;
  return `${cut.replace(/[\s,;:.–—-]{1,8}$/, "")}…`;
}

let segmenter: Intl.Segmenter | undefined;

function characters(text: string, count: number): string {
  const head = text.slice(0, count + 1);
  if (plainLetters.test(head)) return head.slice(0, count);
  segmenter ??= new Intl.Segmenter("en", { granularity: "grapheme" });
  let seen = 0;
  for (const { index } of segmenter.segment(text)) {
    if (seen === count) return text.slice(0, index);
    seen += 1;
  }
  return text;
}
