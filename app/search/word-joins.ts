import { isFiller } from "./query-words.ts";

/** What is found for words said otherwise than the library writes them: "chat gpt" and "chatgpt", "e-book" and "ebook". */
export type Joins = { said: string; instead: string }[];

const mostInQuestion = 6;
const mostJoined = 3;
const shortest = { joined: 5, split: 6, part: 3 } as const;
/** Written with an e before them, as one word or as two. */
const electronic = /^e(books?|journals?|learning|mail|prints?|readers?|resources?|texts?|theses|thesis)$/;

/** Of a short question: a long one says enough by its other words. `written` are the library's own. */
export function wordJoins(words: readonly string[], written: ReadonlySet<string>): Joins {
  if (words.length > mostInQuestion) return [];
  return words.flatMap((word, at) => [
    ...joined(words, at, written),
    ...splits(word, written).map((instead) => ({ said: word, instead })),
  ]);
}

function joined(words: readonly string[], at: number, written: ReadonlySet<string>): Joins {
  const found: Joins = [];
  for (let length = 2; length <= mostJoined && at + length <= words.length; length += 1) {
    const parts = words.slice(at, at + length);
    if (parts.every(isFiller)) continue;
    const one = parts.join("");
    for (const form of [one, `${one}s`, one.replace(/s$/, "")]) {
      const isOne = form.length >= shortest.joined && written.has(form) && !isFiller(form);
      if (isOne) found.push({ said: parts.join(" "), instead: form });
    }
  }
  return found;
}

/** Two words that somebody has written each; in a row, which is how they are looked for, they are seldom anything else. */
function splits(word: string, written: ReadonlySet<string>): string[] {
  const rest = electronic.exec(word)?.[1];
  if (rest) return [`e ${rest}`];
  if (word.length < shortest.split || written.has(word)) return [];
  for (let at = word.length - shortest.part; at >= shortest.part; at -= 1) {
    const parts = [word.slice(0, at), word.slice(at)];
    if (parts.every((part) => written.has(part) && !isFiller(part))) return [parts.join(" ")];
  }
  return [];
}
