import { and, asc, eq, or } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { insights } from "#db/schema/insights.server.ts";
import type { Person } from "../people/person.ts";
import { excerpt } from "../text/excerpt.ts";
import { readableInSql } from "./readable.server.ts";
import { readingRule } from "./readable.ts";
import type { LinkedInsight } from "./talk.ts";

/** The question an insight answers, and the insights that answer it, as far as this person may read them. */
export type LinkedInsights = { answers: LinkedInsight | null; answeredBy: LinkedInsight[] };

export async function listLinkedInsights({
  person,
  id,
  answersId,
}: {
  person: Person;
  id: string;
  answersId: string | null;
}): Promise<LinkedInsights> {
  const linked = or(eq(insights.answersId, id), answersId ? eq(insights.id, answersId) : undefined);
  const rows = await db
    .select({ id: insights.id, plainText: insights.plainText })
    .from(insights)
    .where(and(linked, readableInSql(readingRule(person))))
    .orderBy(asc(insights.seq))
    .limit(20);
  const shown = rows.map(({ id, plainText }) => ({ id, text: excerpt(plainText, 160) }));
  return {
    answers: shown.find((one) => one.id === answersId) ?? null,
    answeredBy: shown.filter((one) => one.id !== answersId),
  };
}
