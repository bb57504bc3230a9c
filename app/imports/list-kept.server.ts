import { and, eq, gt, isNull } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { insights } from "#db/schema/insights.server.ts";
import { readableInSql } from "../insights/readable.server.ts";
import { readingRule } from "../insights/readable.ts";
import type { Person } from "../people/person.ts";

/** Those of an import that somebody has edited since, which undoing leaves; as far as this person may read them. */
export function listKept({
  person,
  importId,
}: {
  person: Person;
  importId: string;
}): Promise<{ id: string; text: string }[]> {
  return db
    .select({ id: insights.id, text: insights.plainText })
    .from(insights)
    .where(
      and(
        eq(insights.importId, importId),
        gt(insights.version, 1),
        isNull(insights.withdrawnAt),
        readableInSql(readingRule(person)),
      ),
    )
    .orderBy(insights.seq)
    .limit(50);
}
