import type { FoundHit } from "./ask-index.server.ts";
import type { Candidate } from "./candidate.ts";
import { excerptWithMarks, withMarks } from "./excerpt-words.ts";
import type { QueryWords } from "./query-words.ts";

/** An insight ranked by us as the engine would have returned it: an excerpt, and what it is found by besides, marked. */
export function shownHit(candidate: Candidate, query: QueryWords): FoundHit {
  const { id, seq, body, departmentWords, tagWords, authorName } = candidate;
  const mark = (text: string): string => withMarks(text, query);
  return {
    id,
    seq,
    excerpt: excerptWithMarks(body, query),
    beside: {
      departmentWords: departmentWords.map(mark),
      tagWords: tagWords.map(mark),
      authorName: mark(authorName),
    },
  };
}
