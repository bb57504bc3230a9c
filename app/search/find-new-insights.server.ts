import { sql } from "drizzle-orm";
import type { InsightCardData } from "#app/insights/insight-card-data.ts";
import { listInsightCards } from "#app/insights/list-insight-cards.server.ts";
import { readingRule } from "#app/insights/readable.ts";
import type { Person } from "#app/people/person.ts";
import { preparedRows } from "#db/prepared-rows.server.ts";
import { newToInSql } from "./count-new.server.ts";
import { readAsked } from "./read-asked.server.ts";
import { askedInSql, savedMatchesInSql, theseInSql } from "./saved-in-sql.server.ts";
import { addressToSave, type NewCount, savedSearchLimits } from "./saved-search.ts";
import type { SearchRequest } from "./search-request.ts";

type Asked = { person: Person; request: SearchRequest; since: number };

const shown = 20;

export type NewInsights = { cards: InsightCardData[]; fresh: NewCount };

/** What a search finds that was posted since its owner last looked: the newest of it, and how much it is. */
export async function findNewInsights(asked: Asked): Promise<NewInsights> {
  const ids = await listNewInsights(asked);
  const { counted } = savedSearchLimits;
  return {
    cards: await listInsightCards({ person: asked.person, ids: ids.slice(0, shown) }),
    fresh: { count: ids.length, more: ids.length > counted },
  };
}

/** Ids of what a search finds that was posted after `since`, newest first: exactly what `countNew` counts of it. */
async function listNewInsights({ person, request, since }: Asked): Promise<string[]> {
  const id = "00000000-0000-0000-0000-000000000000";
  const rows = await readAsked([{ id, address: addressToSave(request), lookedUpTo: since }]);
  if (rows.length === 0) return [];
  const found = await preparedRows<{ id: string }>(sql`
    with ${askedInSql(rows)}, ${theseInSql(newToInSql({ personId: person.id, rule: readingRule(person) }))}
    select insights.id from insights, asked
    where insights.seq > asked.looked_up_to and ${savedMatchesInSql(sql`${person.id}`)}
    order by insights.seq desc limit ${savedSearchLimits.counted + 1}`);
  return found.map((row) => row.id);
}
