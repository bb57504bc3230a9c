import { and, eq, exists, sql } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { insights, insightTags } from "#db/schema/insights.server.ts";
import { tags } from "#db/schema/vocabulary.server.ts";
import type { Person } from "../people/person.ts";
import { listTags, type TagOption } from "../vocabulary/list-tags.server.ts";
import { readableInSql } from "./readable.server.ts";
import { readingRule } from "./readable.ts";

/** The tags this person is offered: the library's own, and whatever stands on an insight they may read. */
export function listOfferedTags({ person }: { person: Person }): Promise<TagOption[]> {
  const read = db
    .select({ one: sql`1` })
    .from(insightTags)
    .innerJoin(insights, eq(insights.id, insightTags.insightId))
    .where(and(eq(insightTags.tagId, tags.id), readableInSql(readingRule(person))));
  return listTags({ shown: exists(read) });
}
