import { type SQL, sql } from "drizzle-orm";
import { foldedInSql } from "#db/folded-in-sql.server.ts";
import { insights } from "#db/schema/insights.server.ts";
import { people } from "#db/schema/people.server.ts";
import { channels } from "#db/schema/vocabulary.server.ts";
import type { QueryWords } from "./query-words.ts";

const months = "january february march april may june july august september october november december".split(
  " ",
);
/** What one word found once in a text has of `ts_rank`. */
const oneWord = 0.06;

/**
 * What the engine finds an insight by besides its text: who posted it, how it was heard and in which month. `any` asks
 * for any of the words; `rank` is what of them is told so.
 */
export function foundBesides({ words }: QueryWords, any: SQL): { matches: SQL; rank: SQL } {
  const worth = oneWord / Math.max(1, words.length);
  const heard: SQL[] = [
    sql`${insights.authorId} in (select ${people.id} from ${people}
      where to_tsvector('english', ${foldedInSql(sql`${people.name}`)}) @@ ${any})`,
    sql`${insights.channelId} in (select ${channels.id} from ${channels}
      where to_tsvector('english', ${foldedInSql(sql`${channels.name}`)}) @@ ${any})`,
  ];
  const named = words.flatMap((word) => (months.includes(word) ? [months.indexOf(word) + 1] : []));
  if (named.length > 0)
    heard.push(sql`extract(month from ${insights.heardOn})::int = any(${sql.param(named)}::int[])`);
  const years = words.filter((word) => /^(19|20)\d{2}$/.test(word)).map(Number);
  if (years.length > 0)
    heard.push(sql`extract(year from ${insights.heardOn})::int = any(${sql.param(years)}::int[])`);
  return {
    matches: sql`(${sql.join(heard, sql` or `)})`,
    rank: sql`${worth}::real * (${sql.join(
      heard.map((one) => sql`(${one})::int`),
      sql` + `,
    )})`,
  };
}
