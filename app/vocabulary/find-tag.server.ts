import { and, eq, type SQL } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { tagSynonyms, tags } from "#db/schema/vocabulary.server.ts";
import { findTags } from "./coin-tags.server.ts";

export type TagProfile = {
  id: string;
  name: string;
  synonyms: string[];
  /** One of the library's own, which everybody is offered; others came into being by being used. */
  curated: boolean;
  /** Offered to nobody any more; what has it keeps it. */
  retired: boolean;
};

/**
 * A tag by its name, or by another name it goes by that is `known` to whoever asks. Whether they may know of the tag is
 * for the caller to see.
 */
export async function findTag(name: string, { known }: { known: SQL }): Promise<TagProfile | undefined> {
  const meant = (await findTags([name])).get(name);
  if (!meant) return undefined;
  const rows = await db
    .select({ createdBy: tags.createdBy, retiredAt: tags.retiredAt, synonym: tagSynonyms.name })
    .from(tags)
    .leftJoin(tagSynonyms, and(eq(tagSynonyms.tagId, tags.id), known))
    .where(eq(tags.id, meant.id));
  const [tag] = rows;
  if (!tag) return undefined;
  const synonyms = rows.flatMap(({ synonym }) => synonym ?? []).sort();
  const isCalledSo = [meant.name, ...synonyms].some((one) => one.toLowerCase().replaceAll(" ", "-") === name);
  if (!isCalledSo) return undefined;
  return { ...meant, synonyms, curated: tag.createdBy === null, retired: tag.retiredAt !== null };
}
