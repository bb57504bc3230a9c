const LENGTH_LIMIT = 2_000;
const SPECIALS_LIMIT = 40;

// Letters and the punctuation of prose; every other sign counts as special.
const special = /[^\p{L}\p{M}\p{Nd} .,;:'’‘"“”!?()/%&£€–—-]/gu;

/**
 * Whether a text is so short and so plain that rendering it where we stand costs less than sending it to a worker,
 * however its signs are arranged.
 */
export function isQuickToRender(text: string): boolean {
  if (text.length > LENGTH_LIMIT) return false;
  return (text.match(special)?.length ?? 0) <= SPECIALS_LIMIT;
}
