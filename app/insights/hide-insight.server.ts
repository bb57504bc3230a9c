import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { insights } from "#db/schema/insights.server.ts";
import { now, type Turn, type TurnOutcome, turnInsight } from "./turn-insight.server.ts";

/** An editor hides an insight from everyone but its author and editors. The caller has asked `canHide`. */
export function hideInsight({ person, id, reason }: Turn & { reason: string }): Promise<TurnOutcome> {
  const shown = and(eq(insights.id, id), isNull(insights.hiddenAt), isNull(insights.withdrawnAt));
  const set = { hiddenAt: now, hiddenBy: person.id, hiddenReason: reason };
  return turnInsight({ person, id, where: shown, set, name: "insight.hidden" });
}

/** An editor shows a hidden insight again. The caller has asked `canUnhide`. */
export function unhideInsight({ person, id }: Turn): Promise<TurnOutcome> {
  const hidden = and(eq(insights.id, id), isNotNull(insights.hiddenAt));
  const set = { hiddenAt: null, hiddenBy: null, hiddenReason: null };
  return turnInsight({ person, id, where: hidden, set, name: "insight.unhidden" });
}
