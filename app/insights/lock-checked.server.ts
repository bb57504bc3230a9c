import { asc, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { Tx } from "#db/client.server.ts";
import { insights } from "#db/schema/insights.server.ts";
import type { CheckedInsight } from "./check-policy.ts";
import type { InsightKind } from "./insight.ts";

export type LockedChecked = CheckedInsight & { id: string; kind: InsightKind };

// Names written out: in a selection from one table, Drizzle leaves the table's name away.
/** Whether a person looks after a department of the insight now. */
export function isLookedAfterBy(personId: string | SQL): SQL<boolean> {
  return sql<boolean>`exists (select from insight_departments about
    join department_liaisons liaison on liaison.department_id = about.department_id
    where about.insight_id = insights.id and liaison.person_id = ${personId} and liaison.until_date is null)`;
}

/** These insights as they are until the transaction ends, always locked in one order. */
export function lockChecked(
  tx: Tx,
  { ids, personId }: { ids: readonly string[]; personId: string },
): Promise<LockedChecked[]> {
  return tx
    .select({
      id: insights.id,
      kind: insights.kind,
      visibility: insights.visibility,
      teamId: insights.teamId,
      authorId: insights.authorId,
      withdrawnAt: insights.withdrawnAt,
      hiddenAt: insights.hiddenAt,
      supersededById: insights.supersededById,
      isTheirs: isLookedAfterBy(personId),
    })
    .from(insights)
    .where(ids.length === 1 ? eq(insights.id, ids[0] ?? "") : inArray(insights.id, [...ids]))
    .orderBy(asc(insights.id))
    .for("no key update");
}
