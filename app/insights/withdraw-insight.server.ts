import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { insights } from "#db/schema/insights.server.ts";
import { now, type Turn, type TurnOutcome, turnInsight } from "./turn-insight.server.ts";

/** Its author takes an insight back: nobody else sees it any more; it can be restored. */
export function withdrawInsight({ person, id }: Turn): Promise<TurnOutcome> {
  const mine = and(eq(insights.id, id), eq(insights.authorId, person.id), isNull(insights.withdrawnAt));
  return turnInsight({ person, id, where: mine, set: { withdrawnAt: now }, name: "insight.withdrawn" });
}

/** Its author brings a withdrawn insight back as it was. */
export function restoreInsight({ person, id }: Turn): Promise<TurnOutcome> {
  const mine = and(eq(insights.id, id), eq(insights.authorId, person.id), isNotNull(insights.withdrawnAt));
  return turnInsight({ person, id, where: mine, set: { withdrawnAt: null }, name: "insight.restored" });
}
