import { and, eq, inArray, isNotNull, isNull, not, or, type SQL, sql } from "drizzle-orm";
import type { Tx } from "#db/client.server.ts";
import { tagSynonyms, tags } from "#db/schema/vocabulary.server.ts";
import { recordEvent } from "../events/record-event.server.ts";
import { moveUses } from "./move-uses.server.ts";
import { touchTagged } from "./touch-tagged.server.ts";

const asTagName = sql`replace(lower(${tagSynonyms.name}), ' ', '-')`;

/**
 * The tag of this name when whoever wants the name may not know of it: to refuse would tell that it is there.
 */
export async function hiddenOfName(
  tx: Tx,
  { name, hidden }: { name: string; hidden: SQL },
): Promise<string | undefined> {
  const [tag] = await tx
    .select({ id: tags.id })
    .from(tags)
    .where(and(eq(tags.name, name), isNull(tags.mergedIntoId), isNotNull(tags.createdBy), hidden))
    .for("update");
  return tag?.id;
}

/**
 * Lets a tag be what another of that name was: those who know the other keep what has it, and nobody else hears of it.
 * What else the other was called leads nowhere any more: it would be told with the tag.
 */
export async function takeIn(
  tx: Tx,
  { hiddenId, tagId }: { hiddenId: string; tagId: string },
): Promise<void> {
  await moveUses(tx, { fromId: hiddenId, intoId: tagId });
  await tx.delete(tagSynonyms).where(eq(tagSynonyms.tagId, hiddenId));
  await tx.execute(sql`
    with recursive part (id) as (
      select id from tags where merged_into_id = ${hiddenId}::uuid
      union select tags.id from tags join part on tags.merged_into_id = part.id
    ) update tags set name = id::text where id in (select id from part)`);
  // Its id may still be named somewhere; its name is free.
  await tx.update(tags).set({ mergedIntoId: tagId, name: hiddenId }).where(eq(tags.id, hiddenId));
}

/** Of a merged tag: it still has the name it was merged with, and could be parted. A condition on `tags`. */
export const keepsName: SQL = sql`${tags.name} <> ${tags.id}::text`;

/**
 * Lets these names lead nowhere any more, so that they can be given by somebody who may not know where they led. What
 * has the other tag keeps it; its history says that a synonym went, and not by whom, which would tell them in turn.
 */
export async function freeNames(tx: Tx, names: readonly string[]): Promise<void> {
  const gone = await tx
    .delete(tagSynonyms)
    .where(inArray(asTagName, [...names]))
    .returning({ tagId: tagSynonyms.tagId });
  await tx
    .update(tags)
    .set({ name: sql`${tags.id}::text` })
    .where(and(inArray(tags.name, [...names]), isNotNull(tags.mergedIntoId)));
  for (const tagId of [...new Set(gone.map((synonym) => synonym.tagId))].sort()) {
    await touchTagged(tx, tagId);
    const fields = ["synonyms"];
    await recordEvent(tx, { name: "tag.synonyms-changed", actorId: null, subjectId: tagId, fields });
  }
}

/** What an editor may know: conditions on `tag_synonyms` and, of coined tags they may not, on `tags`. */
export type Knowing = { known?: SQL; hidden?: SQL };

/** Frees a name that leads where whoever wants it may not know that it leads: to refuse it would tell. */
export async function freeIfUnknown(
  tx: Tx,
  name: string,
  { known = sql`true`, hidden = sql`false` }: Knowing,
): Promise<void> {
  const [unknown] = await tx
    .select({ id: tags.id })
    .from(tagSynonyms)
    .innerJoin(tags, eq(tags.id, tagSynonyms.tagId))
    .where(and(eq(asTagName, name), or(and(isNotNull(tags.createdBy), hidden), not(known))));
  if (unknown) await freeNames(tx, [name]);
}
