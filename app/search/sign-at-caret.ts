import type { BegunWord } from "../ui/text-completion.ts";
import { pickedSigns } from "./picked-signs.ts";

const begun = new RegExp(`(?<!\\S)(${pickedSigns.join("|")}):(?:["“”]([^"“”]*)|([^\\s"“”]*))$`, "iu");

/** The sign that is being written at the caret, `in:inf` or `in:"school of`, with what has been written after it. */
export function signAtCaret(text: string, caret: number): BegunWord | undefined {
  // In the middle of a word nothing is offered: what stands after the caret would be left over.
  if (/\S/.test(text.charAt(caret))) return undefined;
  const [whole, sign, quoted, bare] = begun.exec(text.slice(0, caret)) ?? [];
  if (whole === undefined || sign === undefined) return undefined;
  return { sign: sign.toLowerCase(), typed: quoted ?? bare ?? "", from: caret - whole.length, to: caret };
}
