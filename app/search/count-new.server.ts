import { type SQL, sql } from "drizzle-orm";
import { readableInSql } from "#app/insights/readable.server.ts";
import type { Rule } from "#app/insights/readable.ts";
import { readingRule } from "#app/insights/readable.ts";
import type { Person } from "#app/people/person.ts";
import { preparedRows } from "#db/prepared-rows.server.ts";
import { insights } from "#db/schema/insights.server.ts";
import { readAsked } from "./read-asked.server.ts";
import { askedInSql, savedMatchesInSql, theseInSql } from "./saved-in-sql.server.ts";
import { type NewCount, type SavedSearch, savedSearchLimits } from "./saved-search.ts";

type Saved = Pick<SavedSearch, "id" | "address" | "lookedUpTo">;
type Row = { id: string; count: number; more: boolean };

/** Further back than this nobody is told what is new: whoever was away for so long looks at the search itself. */
const mostLookedAt = 2_000;

/**
 * How much each saved search finds that its owner has not had before them, in one statement for all of them: what
 * colleagues have posted since they last looked and they may read, a library's past brought in left out.
 */
export function countNew({
  person,
  saved,
}: {
  person: Person;
  saved: readonly Saved[];
}): Promise<Map<string, NewCount>> {
  const personId = person.id;
  return countAmong({ personId, saved, which: newToInSql({ personId, rule: readingRule(person) }) });
}

type Counting = {
  personId: string;
  saved: readonly Saved[];
  /** What follows `from insights`: those that count at all, as `newToInSql` says it. */
  which: SQL;
};

/** The same among some of the insights. */
export async function countAmong({ personId, saved, which }: Counting): Promise<Map<string, NewCount>> {
  const rows = await readAsked(saved);
  if (rows.length === 0) return new Map();
  const counted = await preparedRows<Row>(sql`
    with ${askedInSql(rows)}, ${theseInSql(which)}
    select asked.id, found.count::int as count,
      found.count > ${savedSearchLimits.counted} or asked.looked_up_to < (
        select min(seq) from insights having count(*) = ${mostLookedAt}) as more
    from asked, lateral (
      select count(*) from (
        select from insights where seq > asked.looked_up_to and ${savedMatchesInSql(sql`${personId}`)}
        limit ${savedSearchLimits.counted + 1}) one) found`);
  return new Map(counted.map(({ id, count, more }) => [id, { count, more: count > 0 && more === true }]));
}

type NewTo = { personId: string; rule: Rule; also?: SQL };

/** Of `insights` those that may be new to somebody, the newest of them. */
export function newToInSql({ personId, rule, also = sql`true` }: NewTo): SQL {
  return sql`where ${insights.seq} > (select min(looked_up_to) from asked) and ${insights.source} <> 'import'
    and ${insights.authorId} <> ${personId}::uuid and ${readableInSql(rule)} and ${also}
    order by ${insights.seq} desc limit ${mostLookedAt}`;
}
