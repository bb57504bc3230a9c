import { and, eq, inArray, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import type { Tx } from "#db/client.server.ts";
import { runTransaction } from "#db/run-transaction.server.ts";
import { tagMerges, tagSynonyms, tags } from "#db/schema/vocabulary.server.ts";
import { recordEvent } from "../events/record-event.server.ts";
import { moveUses } from "./move-uses.server.ts";
import { touchTagged } from "./touch-tagged.server.ts";

/**
 * The tag of this name when whoever wants the name may not know of it: to refuse would tell that it is there. Not one that
 * has names of its own besides, which would then be told.
 */
export async function hiddenOfName(
  tx: Tx,
  { name, hidden }: { name: string; hidden: SQL },
): Promise<string | undefined> {
  const [tag] = await tx
    .select({ id: tags.id })
    .from(tags)
    .where(
      and(
        eq(tags.name, name),
        isNull(tags.mergedIntoId),
        isNotNull(tags.createdBy),
        hidden,
        sql`not exists (select from ${tagSynonyms} where ${tagSynonyms.tagId} = ${tags.id})`,
        sql`not exists (select from ${tagMerges} where ${tags.id} in (${tagMerges.fromId}, ${tagMerges.intoId}))`,
      ),
    )
    .for("update");
  return tag?.id;
}

/** Lets a tag be what another of that name was: for those who know the other nothing changes, and nobody else hears of it. */
export async function takeIn(
  tx: Tx,
  { hiddenId, tagId }: { hiddenId: string; tagId: string },
): Promise<void> {
  await moveUses(tx, { fromId: hiddenId, intoId: tagId });
  // Its id may still be named somewhere; its name is free.
  await tx.update(tags).set({ mergedIntoId: tagId, name: hiddenId }).where(eq(tags.id, hiddenId));
}

/** Of a merged tag: it still has the name it was merged with, and could be parted. A condition on `tags`. */
export const keepsName: SQL = sql`${tags.name} <> ${tags.id}::text`;

/**
 * Lets these names lead nowhere any more, so that they can be coined anew by somebody who may not know where they led. What
 * has the other tag keeps it; its history says that a synonym went, and not by whom, which would tell them in turn.
 */
export function freeNames(names: readonly string[]): Promise<void> {
  return runTransaction(async (tx) => {
    const gone = await tx
      .delete(tagSynonyms)
      .where(inArray(sql`replace(lower(${tagSynonyms.name}), ' ', '-')`, [...names]))
      .returning({ tagId: tagSynonyms.tagId });
    await tx
      .update(tags)
      .set({ name: sql`${tags.id}::text` })
      .where(and(inArray(tags.name, [...names]), isNotNull(tags.mergedIntoId)));
    for (const tagId of [...new Set(gone.map((synonym) => synonym.tagId))].sort()) {
      await touchTagged(tx, tagId);
      await recordEvent(tx, {
        name: "tag.synonyms-changed",
        actorId: null,
        subjectId: tagId,
        fields: ["synonyms"],
      });
    }
  });
}
