import { unmarkedWords, withMarks } from "./excerpt-words.ts";
import { readWantedDocuments } from "./insight-document.server.ts";
import type { QueryWords } from "./query-words.ts";
import type { MarkedBeside } from "./where-matched.ts";

type Hit = { id: string; excerpt: string; beside?: MarkedBeside };

/**
 * For what PostgreSQL found: the names, tags and author of those hits whose text does not hold every word asked for,
 * marked as the engine would have. Only the rule of who may read them, applied elsewhere, makes them fit to show.
 */
export async function markBeside(
  hits: readonly Hit[],
  query: QueryWords,
): Promise<Map<string, MarkedBeside>> {
  const missing = new Map(
    hits.flatMap(({ id, excerpt, beside }) => {
      const words = beside ? [] : unmarkedWords(excerpt, query);
      return words.length > 0 ? [[id, words]] : [];
    }),
  );
  if (missing.size === 0) return new Map();
  const marked = new Map<string, MarkedBeside>();
  for (const { id, document } of await readWantedDocuments([...missing.keys()])) {
    if (!document) continue;
    const words = missing.get(id) ?? [];
    const lastIsPrefix = query.lastIsPrefix && words.at(-1) === query.words.at(-1);
    const mark = (text: string): string => withMarks(text, { ...query, words, lastIsPrefix });
    const { departmentWords, tagWords, authorName } = document;
    marked.set(id, {
      departmentWords: departmentWords.map(mark),
      tagWords: tagWords.map(mark),
      authorName: mark(authorName),
    });
  }
  return marked;
}
