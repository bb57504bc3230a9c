const LENGTH_LIMIT = 2_000;
const SPECIALS_LIMIT = 24;

// Everything but letters and the punctuation of prose. A hyphen, or a number with a full stop, can open a list, and a
// thousand of them a thousand lists in one another: they count.
const special = /\p{Nd}[.)]|[^\p{L}\p{M}\p{Nd} .,;:'’‘"“”!?()/%£€–—]/gu;

/**
 * Whether a text is so short and so plain that rendering it where we stand costs less than sending it to a worker,
 * however its signs are arranged.
 */
export function isQuickToRender(text: string): boolean {
  if (text.length > LENGTH_LIMIT) return false;
  return (text.match(special)?.length ?? 0) <= SPECIALS_LIMIT;
}
