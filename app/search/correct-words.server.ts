import { type SQL, sql } from "drizzle-orm";
import { readableInSql } from "#app/insights/readable.server.ts";
import { readingRule } from "#app/insights/readable.ts";
import type { Person } from "#app/people/person.ts";
import { db } from "#db/client.server.ts";
import { insights } from "#db/schema/insights.server.ts";
import type { QueryWords } from "./query-words.ts";
import { wordDistance } from "./word-distance.ts";

const shortest = 4;
const candidates = 10;
const corrections = 3;

/**
 * Adds to words nobody has written the nearest that somebody has: what the engine's typo tolerance does. Only what this
 * person may read now counts as written, so that no correction, and no want of one, tells of any other word.
 */
export async function withCorrections(query: QueryWords, person: Person): Promise<QueryWords> {
  const doubtful = query.words
    .filter((word) => word.length >= shortest && /^\p{L}+$/u.test(word))
    .slice(0, 10);
  if (doubtful.length === 0) return query;
  const last = query.lastIsPrefix ? query.words.at(-1) : undefined;
  const rows = await db.execute<{ asked: string; near: string[] }>(sql`
    select asked, array(
      select word from search_words where word % asked order by similarity(word, asked) desc limit ${candidates}
    ) as near
    from unnest(${sql.param(doubtful)}::text[]) as asked
    where not ${isWritten(sql`asked || case when asked = ${last ?? ""} then ':*' else '' end`, person)}`);
  const slips = rows.flatMap(({ asked, near }) => near.filter((word) => isSlip(asked, word)));
  if (slips.length === 0) return query;
  const written = await db.execute<{ word: string }>(sql`
    select word from unnest(${sql.param(slips)}::text[]) as word where ${isWritten(sql`word`, person)}`);
  const known = new Set(written.map(({ word }) => word));
  const added = rows.flatMap(({ asked, near }) =>
    near.filter((word) => known.has(word) && isSlip(asked, word)).slice(0, corrections),
  );
  // Before the others, so that the last word stays the one being typed.
  return { ...query, words: [...new Set([...added, ...query.words])] };
}

const nearestShown = 4;

/** The nearest to these words that somebody has written where this person may read it, further off than a slip too. */
export async function nearestWords({
  person,
  words,
}: {
  person: Person;
  words: readonly string[];
}): Promise<string[]> {
  const asked = words.filter((word) => word.length >= shortest && /^\p{L}+$/u.test(word)).slice(0, 5);
  if (asked.length === 0) return [];
  const rows = await db.execute<{ word: string }>(sql`
    select word from (
      select word, max(similarity(word, asked)) as likeness
      from unnest(${sql.param(asked)}::text[]) as asked join search_words on word % asked
      where word <> all(${sql.param(asked)}::text[]) group by word order by likeness desc limit ${candidates}
    ) as near where ${isWritten(sql`word`, person)} order by likeness desc limit ${nearestShown}`);
  return rows.map(({ word }) => word);
}

/** Words hold letters only, so none is an operator. */
function isWritten(word: SQL, person: Person): SQL {
  return sql`exists (
    select from ${insights} where ${insights.searchVector} @@ to_tsquery('english', ${word})
      and ${readableInSql(readingRule(person))})`;
}

function isSlip(asked: string, word: string): boolean {
  return wordDistance(asked, word) <= (asked.length >= 9 ? 2 : 1);
}
