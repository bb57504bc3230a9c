import { and, asc, eq, isNull, or, type SQL, sql } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { tagSynonyms, tags } from "#db/schema/vocabulary.server.ts";

export type TagOption = { name: string; synonyms: string[] };

const synonymNames = sql<string[]>`coalesce(
  array_agg(${tagSynonyms.name} order by ${tagSynonyms.name}) filter (where ${tagSynonyms.id} is not null),
  '{}')`;

/**
 * The library's own tags and, of those coined by posting, the ones that `shown` lets through: what a tag field offers,
 * by name, with the synonyms that are `known`. A tag coined in an insight kept to a few would tell everybody else of it.
 */
export function listTags({ shown, known }: { shown: SQL; known: SQL }): Promise<TagOption[]> {
  return db
    .select({ name: tags.name, synonyms: synonymNames })
    .from(tags)
    .leftJoin(tagSynonyms, and(eq(tagSynonyms.tagId, tags.id), known))
    .where(and(isNull(tags.retiredAt), isNull(tags.mergedIntoId), or(isNull(tags.createdBy), shown)))
    .groupBy(tags.id)
    .orderBy(asc(tags.name))
    .prepare("tags")
    .execute();
}
