import { and, eq, exists, type SQL, sql } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { insights, insightTags } from "#db/schema/insights.server.ts";
import { tags } from "#db/schema/vocabulary.server.ts";
import { readableInSql } from "./readable.server.ts";
import { type Reader, readingRule } from "./readable.ts";

/** That a tag stands on an insight this person may read: a condition on `tags`. */
export function tagIsRead(person: Reader): SQL {
  const read = db
    .select({ one: sql`1` })
    .from(insightTags)
    .innerJoin(insights, eq(insights.id, insightTags.insightId))
    .where(and(eq(insightTags.tagId, tags.id), readableInSql(readingRule(person))));
  return exists(read);
}
