import { and, desc, eq, isNull, type SQL, sql } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { people } from "#db/schema/people.server.ts";
import { tagMerges, tags } from "#db/schema/vocabulary.server.ts";
import { keepsName } from "./take-in-hidden.server.ts";

export type ListedMerge = { id: string; from: string; mergedAt: Date; by: string };

/** What has become part of a tag, as far as it is `known`, and could be parted again, the latest first. */
export function listMerges(tagId: string, { known }: { known: SQL }): Promise<ListedMerge[]> {
  return db
    .select({
      id: tagMerges.id,
      from: tags.name,
      mergedAt: tagMerges.mergedAt,
      by: sql<string>`${people.name}`,
    })
    .from(tagMerges)
    .innerJoin(tags, eq(tags.id, tagMerges.fromId))
    .innerJoin(people, eq(people.id, tagMerges.mergedBy))
    .where(and(eq(tagMerges.intoId, tagId), isNull(tagMerges.undoneAt), keepsName, known))
    .orderBy(desc(tagMerges.mergedAt))
    .limit(50);
}
