import type { OptionMatch } from "./filter-options.ts";

/** What may be completed: words that begin with a sign, such as `#tag`. */
export type Completions = {
  /** What one of them is called, for announcements: "tag", "tags". */
  named: { one: string; many: string };
  /** At most a few, best first. */
  find(typed: string): readonly OptionMatch[];
};

/** A word begun with a sign, from the sign to the caret. */
export type BegunWord = { sign: string; typed: string; from: number; to: number };

const begun = /(?<!\S)([#@])(\p{L}[\p{L}\p{M}\p{Nd}-]*)$/u;

/** What is written in: of many lines, or of one. */
export type TextBox = HTMLTextAreaElement | HTMLInputElement;

/** Finds the word that is begun at the caret. */
export type FindBegun = (text: string, caret: number) => BegunWord | undefined;

/** The word that is being written at the caret, when it begins with a sign at the start or after a space. */
export function wordAtCaret(text: string, caret: number): BegunWord | undefined {
  // In the middle of a word nothing is offered: what stands after the caret would be left over.
  if (/[\p{L}\p{M}\p{Nd}-]/u.test(text.charAt(caret))) return undefined;
  const [whole, sign, typed] = begun.exec(text.slice(0, caret)) ?? [];
  if (whole === undefined || sign === undefined || typed === undefined) return undefined;
  return { sign, typed, from: caret - whole.length, to: caret };
}

/** What to put in place of a begun word: the whole one, and a space unless one follows already. */
export function completed(word: BegunWord, value: string, text: string): string {
  const follows = /^\s/.test(text.slice(word.to));
  return `${word.sign}${value}${follows ? "" : " "}`;
}

/** Writes over part of a text field as if it had been typed, so that the browser's own undo takes it back. */
export function writeOver(field: TextBox, { from, to }: BegunWord, text: string): void {
  field.focus();
  field.setSelectionRange(from, to);
  if (document.execCommand("insertText", false, text)) return;
  field.setRangeText(text, from, to, "end");
  field.dispatchEvent(new Event("input", { bubbles: true }));
}
