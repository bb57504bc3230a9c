// Letters, figures and the signs of prose that mean nothing to Markdown in the middle of a line.
const plain = /^[\p{L}\p{Nd}"“‘'(£€][\p{L}\p{M}\p{Nd} .,;:'’‘"“”!?()/%£€–—-]*$/u;
// What begins a list, or an address that is made a link of.
const marked = /^\p{Nd}+[.)]|www\.|:\/\//iu;

/** Whether a cleaned text is one line that Markdown leaves as it is: most of what is heard in a corridor. */
export function isPlainLine(text: string): boolean {
  return plain.test(text) && !marked.test(text);
}
