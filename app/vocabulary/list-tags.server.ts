import { asc, eq, isNull, sql } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { tagSynonyms, tags } from "#db/schema/vocabulary.server.ts";

export type TagOption = { name: string; synonyms: string[] };

const synonymNames = sql<string[]>`coalesce(
  array_agg(${tagSynonyms.name} order by ${tagSynonyms.name}) filter (where ${tagSynonyms.id} is not null),
  '{}')`;

/** Every tag in use with its synonyms, by name: what a tag field offers. */
export function listTags(): Promise<TagOption[]> {
  return db
    .select({ name: tags.name, synonyms: synonymNames })
    .from(tags)
    .leftJoin(tagSynonyms, eq(tagSynonyms.tagId, tags.id))
    .where(isNull(tags.retiredAt))
    .groupBy(tags.id)
    .orderBy(asc(tags.name));
}
