import { and, eq, isNull, type SQL, sql } from "drizzle-orm";
import { readableInSql } from "#app/insights/readable.server.ts";
import { readingRule } from "#app/insights/readable.ts";
import { db } from "#db/client.server.ts";
import { preparedRows } from "#db/prepared-rows.server.ts";
import { insights } from "#db/schema/insights.server.ts";
import { people } from "#db/schema/people.server.ts";
import { savedSearches } from "#db/schema/saved-searches.server.ts";
import { readAsked } from "./read-asked.server.ts";
import { askedInSql, savedMatchesInSql, theseInSql } from "./saved-in-sql.server.ts";

/** A saved search, of somebody who wants to be told at once, that finds an insight. */
export type SavedMatch = { insightId: string; personId: string; savedSearchId: string };

// A thousand saved searches and as many insights as this are matched well within the database's deadline.
const atOnce = 20;

/**
 * Whose saved searches find these insights, of those who want to be told at once: each person once an insight, however
 * many of theirs find it, and none for what they may not read, posted themselves, or was posted before they wanted to be
 * told. By PostgreSQL alone, so that it works with the engine away.
 */
export async function listSavedMatches(insightIds: readonly string[]): Promise<SavedMatch[]> {
  if (insightIds.length === 0) return [];
  const { id, address, lookedUpTo } = savedSearches;
  const saved = await db
    .select({ id, address, lookedUpTo })
    .from(savedSearches)
    .innerJoin(people, eq(people.id, savedSearches.personId))
    .where(and(eq(savedSearches.tell, "at-once"), isNull(people.disabledAt)));
  const rows = await readAsked(saved);
  if (rows.length === 0) return [];
  const matches: SavedMatch[] = [];
  for (let from = 0; from < insightIds.length; from += atOnce) {
    matches.push(...(await match(rows, insightIds.slice(from, from + atOnce))));
  }
  return matches;
}

function match(rows: Parameters<typeof askedInSql>[0], ids: readonly string[]): Promise<SavedMatch[]> {
  const these = sql`where ${insights.id} = any(${sql.param(ids)}::uuid[]) and ${insights.source} <> 'import'`;
  return preparedRows<SavedMatch>(sql`
    with ${askedInSql(rows)}, ${theseInSql(these)}
    select distinct on (insights.id, saved.person_id)
      insights.id as "insightId", saved.person_id as "personId", saved.id as "savedSearchId"
    from asked
    join ${savedSearches} saved on saved.id = asked.id
    join ${people} reader on reader.id = saved.person_id
    join insights on insights.author_id <> saved.person_id and insights.posted_at >= saved.tell_since
    where ${readableInSql(readingRule(ofReader))} and ${savedMatchesInSql(sql`reader.id`)}
    order by insights.id, saved.person_id, saved.saved_at, saved.id`);
}

/** The reading rule asked of whoever saved the search, in the statement itself. */
const ofReader = {
  id: sql`reader.id` as SQL & string,
  team: { id: sql`reader.team_id` as SQL & string },
};
