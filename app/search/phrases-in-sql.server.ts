import { type SQL, sql } from "drizzle-orm";
import { insights } from "#db/schema/insights.server.ts";
import { people } from "#db/schema/people.server.ts";
import { phrasePattern } from "./phrase-pattern.ts";
import type { SearchRequest } from "./search-request.ts";

// The engine finds an insight by its author's name as well.
const authorName = sql`(select lower(${people.name}) from ${people} where ${people.id} = ${insights.authorId})`;

/** That each phrase of a request stands in an insight, word for word, and nothing it leaves out does. */
export function phrasesInSql({ phrases, excluded }: Pick<SearchRequest, "phrases" | "excluded">): SQL[] {
  const stands = (text: string): SQL => standsInSql(sql`${phrasePattern(text)}`);
  return [...phrases.map(stands), ...excluded.map((text) => sql`not ${stands(text)}`)];
}

/** That what a pattern of `phrasePattern` says stands in an insight. */
export function standsInSql(pattern: SQL): SQL {
  return sql`(${insights.searchText} ~ ${pattern} or ${authorName} ~ ${pattern})`;
}
