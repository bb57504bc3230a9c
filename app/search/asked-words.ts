import type { Meaning } from "./dialect.ts";
import { type QueryWords, queryWords } from "./query-words.ts";
import type { SearchRequest } from "./search-request.ts";

type Asked = Pick<SearchRequest, "q" | "meanings">;

/** The words of a request with what they mean besides themselves. */
export function askedWords({ q, meanings }: Asked, most?: number): QueryWords {
  return { ...queryWords(q, most), also: alsoOf(meanings) };
}

/** The words to be marked where they stand: those of phrases too. */
export function markedWords({ phrases, ...asked }: Asked & Pick<SearchRequest, "phrases">): QueryWords {
  return askedWords({ ...asked, q: [...phrases, asked.q].filter((part) => part !== "").join(" ") });
}

/** Where several words mean something together, each of them may be said so. */
function alsoOf(meanings: readonly Meaning[]): Map<string, string[]> {
  const also = new Map<string, string[]>();
  for (const { said, instead } of meanings) {
    for (const word of said.split(" ")) also.set(word, [...(also.get(word) ?? []), ...instead]);
  }
  return also;
}

/** Each word with what may stand in its place: `(rdm:* | research <-> data <-> management)`. */
export function termsOf({ words, lastIsPrefix, also }: QueryWords): string[] {
  return words.map((word, at) => {
    const term = lastIsPrefix && at === words.length - 1 ? `${word}:*` : word;
    const instead = (also?.get(word) ?? []).map((one) => one.split(" ").join(" <-> "));
    return instead.length > 0 ? `(${[term, ...instead.map((one) => `(${one})`)].join(" | ")})` : term;
  });
}

/** The words and all that may stand in their place. */
export function anyOf({ words, also }: Pick<QueryWords, "words" | "also">): string[] {
  return [...words, ...words.flatMap((word) => also?.get(word) ?? [])];
}
