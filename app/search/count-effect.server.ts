import { and, or, type SQL, sql } from "drizzle-orm";
import { readableInSql } from "#app/insights/readable.server.ts";
import { readingRule } from "#app/insights/readable.ts";
import type { Person } from "#app/people/person.ts";
import type { WordGroupContent } from "#app/vocabulary/word-group.ts";
import { db } from "#db/client.server.ts";
import { insights } from "#db/schema/insights.server.ts";
import type { Dialect } from "./dialect.ts";
import { findDialect, findDialectWith } from "./find-dialect.server.ts";
import { wordsOf } from "./query-words.ts";

/** In how many insights something is found now, and in how many it would be. */
export type WordEffect = { term: string; now: number; after: number };

type Asked = { person: Person; id: string; content: WordGroupContent };

/**
 * What a group of words would change, before it is saved: counted among the insights this person may read, by whole
 * words in a row and what means the same.
 */
export async function countEffect({ person, id, content }: Asked): Promise<WordEffect[]> {
  const [before, after] = await Promise.all([findDialect(), findDialectWith({ id, content })]);
  const asked = content.words.map((term) => {
    const words = wordsOf(term).join(" ");
    return { term, now: hasAny(termsFor(words, before)), later: hasAny(termsFor(words, after)) };
  });
  const counts = asked.flatMap(({ now, later }) => [
    sql`count(*) filter (where ${now})`,
    sql`count(*) filter (where ${later})`,
  ]);
  const concerned = or(...asked.flatMap(({ now, later }) => [now, later]));
  const [row] = await db.execute<{ counts: number[] }>(sql`
    select array[${sql.join(counts, sql`, `)}]::int[] as counts from ${insights}
    where ${and(readableInSql(readingRule(person)), concerned)}`);
  return asked.map(({ term }, at) => ({
    term,
    now: row?.counts[at * 2] ?? 0,
    after: row?.counts[at * 2 + 1] ?? 0,
  }));
}

function termsFor(words: string, { meaningsIn }: Dialect): string[] {
  return [words, ...meaningsIn(words).flatMap(({ said, instead }) => (said === words ? instead : []))];
}

function hasAny(terms: readonly string[]): SQL {
  return sql`(${sql.join(terms.map(hasTerm), sql` or `)})`;
}

/** Letters, digits and spaces alone, so that none is a sign; what the dictionary drops is looked for in the text. */
function hasTerm(term: string): SQL {
  const query = sql`to_tsquery('english', ${term.replaceAll(" ", " <-> ")})`;
  return sql`(${insights.searchVector} @@ ${query}
    or (numnode(${query}) = 0 and ${insights.searchText} ~ ${`\\m${term}\\M`}))`;
}
