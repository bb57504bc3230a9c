/** The search engine is asked to put these private-use characters round a match; no stored text may hold them. */
export const HIGHLIGHT_START = "\u{E000}";
export const HIGHLIGHT_END = "\u{E001}";

// Word processors paste VT for a soft line break: a reader sees a new line, so it becomes one.
const lineBreaks = /\r\n|[\r\v\f\u0085\u2028\u2029]/g;

// C0 but TAB and LF, DEL and C1, the byte order mark, the highlight markers, and the controls that can show text in
// an order other than the one stored. The marks U+200E, U+200F and U+061C stay: right-to-left prose needs them.
const unwanted =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this takes out
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uE000\uE001\uFEFF]|\p{Surrogate}/gu;

/** Text as we are willing to keep it: line feeds only, nothing unseen that misleads or breaks, NFC, trimmed. */
export function cleanText(raw: string): string {
  return withoutUnseen(raw).normalize("NFC").trim();
}

/** The same for a field of one line: every run of white space becomes one space; a name nobody could see is none. */
export function cleanLine(raw: string): string {
  const line = cleanText(raw).replace(/\s+/g, " ");
  return saysSomething(line) ? line : "";
}

/** Whether there is anything to see in a text: marks of direction, joiners and letters that are blanks alone are not. */
export function saysSomething(text: string): boolean {
  return /(?![\u115F\u1160\u2800\u3164\uFFA0])[\p{L}\p{N}\p{P}\p{S}]/u.test(text);
}

/** Only takes the unseen out. HTML is never normalised: `>` and U+0338 after it would become one character, no tag's end. */
export function withoutUnseen(raw: string): string {
  return raw.replace(lineBreaks, "\n").replace(unwanted, "");
}

/** The start of a text, never ending inside a character: half of one is no text, and JSON in PostgreSQL refuses it. */
export function cutTo(most: number, text: string): string {
  return text.slice(0, most).replace(/[\uD800-\uDBFF]$/, "");
}
