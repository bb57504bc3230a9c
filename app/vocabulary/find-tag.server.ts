import { eq } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { tagSynonyms, tags } from "#db/schema/vocabulary.server.ts";

export type TagProfile = {
  id: string;
  name: string;
  synonyms: string[];
  /** One of the library's own, which everybody is offered; others came into being by being used. */
  curated: boolean;
};

/** A tag by its name. Whether this reader may know of it is for the caller to see. */
export async function findTag(name: string): Promise<TagProfile | undefined> {
  const rows = await db
    .select({ id: tags.id, name: tags.name, createdBy: tags.createdBy, synonym: tagSynonyms.name })
    .from(tags)
    .leftJoin(tagSynonyms, eq(tagSynonyms.tagId, tags.id))
    .where(eq(tags.name, name));
  const [tag] = rows;
  if (!tag) return undefined;
  const synonyms = rows.flatMap(({ synonym }) => synonym ?? []).sort();
  return { id: tag.id, name: tag.name, synonyms, curated: tag.createdBy === null };
}
