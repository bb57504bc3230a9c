import { and, asc, count, eq, isNull, max } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { insights, insightTags } from "#db/schema/insights.server.ts";
import { tags } from "#db/schema/vocabulary.server.ts";
import type { Person } from "../people/person.ts";
import type { Day } from "../settings/calendar.ts";
import { readableInSql } from "./readable.server.ts";
import { readingRule } from "./readable.ts";

export type TagCount = { name: string; insights: number; lastHeard: Day | null };

/** The tags of insights this person may read, by name: how many each has, and when it was heard last. */
export function listTagCounts({ person }: { person: Person }): Promise<TagCount[]> {
  return db
    .select({ name: tags.name, insights: count(), lastHeard: max(insights.heardOn) })
    .from(insightTags)
    .innerJoin(tags, eq(tags.id, insightTags.tagId))
    .innerJoin(insights, eq(insights.id, insightTags.insightId))
    .where(and(isNull(tags.retiredAt), readableInSql(readingRule(person))))
    .groupBy(tags.id)
    .orderBy(asc(tags.name));
}
