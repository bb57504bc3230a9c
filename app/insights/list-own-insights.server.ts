import { and, asc, desc, eq, isNotNull, isNull, lte, or, type SQL, sql } from "drizzle-orm";
import { insights } from "#db/schema/insights.server.ts";
import type { Person } from "../people/person.ts";
import type { Day } from "../settings/calendar.ts";
import type { InsightCardData } from "./insight-card-data.ts";
import { isLookedAfterBy } from "./lock-checked.server.ts";
import { restoreDays } from "./policy.ts";
import { readableInSql } from "./readable.server.ts";
import { readingRule } from "./readable.ts";
import { selectCards } from "./select-cards.server.ts";

const most = 50;

/** One's own insights withdrawn so lately that they can be brought back, the latest withdrawn first; at most 50. */
export function listWithdrawn(person: Person): Promise<InsightCardData[]> {
  const lately = sql`${insights.withdrawnAt} > now() - make_interval(days => ${restoreDays})`;
  return selectCards({
    person,
    where: and(eq(insights.authorId, person.id), isNotNull(insights.withdrawnAt), lately),
    orderBy: desc(insights.withdrawnAt),
    limit: most,
  });
}

/** What this person is asked about: is it still true? One's own and one's departments', the longest due first; at most 50. */
export function listDueForCheck(person: Person, today: Day): Promise<InsightCardData[]> {
  const theirs = or(eq(insights.authorId, person.id), isLookedAfterBy(person.id)) as SQL;
  return selectCards({
    person,
    where: and(
      lte(insights.reviewOn, today),
      isNull(insights.supersededById),
      readableInSql(readingRule(person)),
      theirs,
    ),
    orderBy: asc(insights.reviewOn),
    limit: most,
  });
}
