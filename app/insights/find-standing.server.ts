import { and, eq } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { insights } from "#db/schema/insights.server.ts";
import type { Person } from "../people/person.ts";
import { excerpt } from "../text/excerpt.ts";
import { canConfirm, canUnsupersede } from "./check-policy.ts";
import type { WholeInsight } from "./find-insight.server.ts";
import { isLookedAfterBy } from "./lock-checked.server.ts";
import { readableInSql } from "./readable.server.ts";
import { readingRule } from "./readable.ts";
import type { LinkedInsight } from "./talk.ts";

/** Whether an insight still stands, what it replaces, and what this person may say of that. */
export type Standing = { mayConfirm: boolean; mayUnsupersede: boolean; replaces: LinkedInsight[] };

/** For those who may open it. */
export async function findStanding(
  person: Person,
  { card, judged }: Pick<WholeInsight, "card" | "judged">,
): Promise<Standing> {
  const [[row], older] = await Promise.all([
    db
      .select({ isTheirs: isLookedAfterBy(person.id), supersededById: insights.supersededById })
      .from(insights)
      .where(eq(insights.id, card.id)),
    db
      .select({ id: insights.id, plainText: insights.plainText })
      .from(insights)
      .where(and(eq(insights.supersededById, card.id), readableInSql(readingRule(person))))
      .orderBy(insights.seq)
      .limit(20),
  ]);
  const checked = {
    ...judged,
    supersededById: row?.supersededById ?? null,
    isTheirs: row?.isTheirs ?? false,
  };
  return {
    mayConfirm: canConfirm(person, checked),
    mayUnsupersede: canUnsupersede(person, checked),
    replaces: older.map(({ id, plainText }) => ({ id, text: excerpt(plainText, 160) })),
  };
}
