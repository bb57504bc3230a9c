import { type SQL, sql } from "drizzle-orm";
import { insights } from "#db/schema/insights.server.ts";
import { people } from "#db/schema/people.server.ts";
import { wordsOf } from "./query-words.ts";
import type { SearchRequest } from "./search-request.ts";

// The engine finds an insight by its author's name as well.
const authorName = sql`(select lower(${people.name}) from ${people} where ${people.id} = ${insights.authorId})`;

/** That each phrase of a request stands in an insight, word for word, and nothing it leaves out does. */
export function phrasesInSql({ phrases, excluded }: Pick<SearchRequest, "phrases" | "excluded">): SQL[] {
  const stands = (text: string): SQL => {
    // Letters and digits alone: none of them is a sign of a pattern.
    const pattern = `\\m${wordsOf(text).join(" ")}\\M`;
    return sql`(${insights.searchText} ~ ${pattern} or ${authorName} ~ ${pattern})`;
  };
  return [...phrases.map(stands), ...excluded.map((text) => sql`not ${stands(text)}`)];
}
