import { asc, isNull, sql } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { tagSynonyms, tags } from "#db/schema/vocabulary.server.ts";

export type TagOption = { name: string; synonyms: string[] };

/** Every tag in use with its synonyms, by name: what a tag field offers. */
export function listTags(): Promise<TagOption[]> {
  const synonyms = sql<string[]>`array(
    select ${tagSynonyms.name} from ${tagSynonyms} where ${tagSynonyms.tagId} = ${tags.id} order by 1)`;
  return db
    .select({ name: tags.name, synonyms })
    .from(tags)
    .where(isNull(tags.retiredAt))
    .orderBy(asc(tags.name));
}
