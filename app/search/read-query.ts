import { pickedSigns } from "./picked-signs.ts";
import { wordsOf } from "./query-words.ts";
import type { Written } from "./write-query.ts";

/** What can be asked for in the box besides words: `by:priya`, `in:informatics`. */
const operatorNames = [...pickedSigns, "is"] as const;
type OperatorName = (typeof operatorNames)[number];

/** As typed: what its value names is found out by `understandRequest`. */
export type Operator = { name: OperatorName; value: string };

export type ReadQuery = {
  /** What is left: words, without quotation marks. */
  words: string;
  /** Words that must stand together as they are. */
  phrases: string[];
  /** Words, or phrases, that must not stand there. */
  excluded: string[];
  operators: Operator[];
};

// A minus, a name and a colon, then something quoted or whatever comes before the next space.
const token = /(?<=^|\s)(-?)(?:([a-z]+):)?(?:["“”]([^"“”]+)["“”](?=\s|$)|(\S+))/giu;
const marks = /["“”]/g;
// The engine reads ten words of a query and no more: what must or must not stand there comes first.
const mostPhrases = 4;
const mostOperators = 20;

/** Takes the box's text apart. What is no sign of ours is a word, as typed. */
export function readQuery(text: string): ReadQuery {
  const read: ReadQuery = { words: "", phrases: [], excluded: [], operators: [] };
  const words: string[] = [];
  for (const [whole, minus, name = "", quoted, bare = ""] of withoutStrayMarks(text).matchAll(token)) {
    const operator = operatorNames.find((one) => one === name.toLowerCase());
    const value = (quoted ?? bare).trim();
    // One still being typed, `in:`, asks for nothing yet.
    if (!name && operatorNames.some((one) => bare.toLowerCase() === `${one}:`)) continue;
    if (operator && !minus) {
      if (read.operators.length < mostOperators) read.operators.push({ name: operator, value });
    } else if (!name && minus && wordsOf(value).length > 0 && /^[\p{L}\p{N}]/u.test(value)) {
      add(read.excluded, value);
    } else if (!name && quoted !== undefined && wordsOf(value).length > 0) {
      if (!add(read.phrases, value)) words.push(...wordsOf(value));
    } else words.push(whole);
  }
  return { ...read, words: words.join(" ") };
}

/** Without the quotation marks that hold nothing together, so that what is left reads the same however often it is read. */
function withoutStrayMarks(text: string): string {
  const left = text.replace(token, (whole, _minus, _name, quoted?: string) =>
    quoted !== undefined && wordsOf(quoted).length > 0 ? whole : whole.replace(marks, ""),
  );
  return left === text ? text : withoutStrayMarks(left);
}

function add(list: string[], value: string): boolean {
  if (list.some((one) => one.toLowerCase() === value.toLowerCase())) return true;
  return list.length < mostPhrases && list.push(value) > 0;
}

/** What must and must not stand there as the engine reads it, before the words looked for. */
export function engineText(words: string, { phrases, excluded }: Omit<Written, "q">): string {
  const phrase = (text: string) => `"${wordsOf(text).join(" ")}"`;
  return [...phrases.map(phrase), ...excluded.map((text) => `-${phrase(text)}`), words]
    .filter((part) => part !== "")
    .join(" ");
}
