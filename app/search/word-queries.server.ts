import { type SQL, sql } from "drizzle-orm";
import { insights } from "#db/schema/insights.server.ts";
import { anyOf, termsOf } from "./asked-words.ts";
import type { QueryWords } from "./query-words.ts";

/** How the words are asked of `insights.search_vector`. Words hold letters and digits only, so none is an operator. */
export type WordQueries = {
  /** Every word. */
  whole: SQL;
  /** Any word. */
  any: SQL;
  /** The first word, on which the engine insists however many it drops. */
  first: SQL;
};

export function wordQueries(query: QueryWords): WordQueries {
  const terms = termsOf(query);
  return {
    whole: asQuery(terms.join(" & ")),
    any: asQuery(terms.join(" | ")),
    first: asQuery(terms[0] ?? ""),
  };
}

function asQuery(terms: string): SQL {
  return sql`to_tsquery('english', ${terms})`;
}

/** The dictionary drops words such as "it", which may be all that was asked: those are looked for in the text itself. */
export function matchesInText({ words, lastIsPrefix, also }: QueryWords, any: SQL): SQL {
  const pattern = `\\m(${anyOf({ words, also }).join("|")})${lastIsPrefix ? "" : "\\M"}`;
  return sql`(numnode(${any}) = 0 and ${insights.searchText} ~ ${pattern})`;
}
