import { type SQL, sql } from "drizzle-orm";

/** Lower case without accents, as the words of a search are. */
export function foldedInSql(text: SQL): SQL {
  return sql`regexp_replace(normalize(lower(${text}), NFKD), '[\u0300-\u036f]', '', 'g')`;
}
