import { and, eq, isNull, sql } from "drizzle-orm";
import { newId } from "#db/new-id.server.ts";
import { runTransaction } from "#db/run-transaction.server.ts";
import { tagMerges, tagSynonyms, tags } from "#db/schema/vocabulary.server.ts";
import { recordEvent } from "../events/record-event.server.ts";
import { lockTag, type TagOutcome } from "./keep-tags.server.ts";
import { moveUses } from "./move-uses.server.ts";
import { keepsName } from "./take-in-hidden.server.ts";
import { touchTagged } from "./touch-tagged.server.ts";

type Merge = { actorId: string; fromId: string; intoId: string };

/**
 * Makes one tag part of another: what has the one has the other from this moment on, and its name and synonyms lead
 * there. However many uses it has, a few statements do it; the index follows in batches, and until then such insights
 * are found in PostgreSQL.
 */
export function mergeTags({ actorId, fromId, intoId }: Merge): Promise<TagOutcome> {
  return runTransaction<TagOutcome>(async (tx) => {
    if (fromId === intoId) return { outcome: "refused", problem: "Choose another tag" };
    // Always in one order, so that two merges cannot wait for each other.
    const locked = new Map<string, typeof tags.$inferSelect | undefined>();
    for (const id of [fromId, intoId].sort()) locked.set(id, await lockTag(tx, id));
    const [from, into] = [locked.get(fromId), locked.get(intoId)];
    if (!from || !into) return { outcome: "refused", problem: "One of the two has become part of another" };
    const moved = await tx
      .update(tagSynonyms)
      .set({ tagId: intoId })
      .where(eq(tagSynonyms.tagId, fromId))
      .returning({ name: tagSynonyms.name });
    const id = newId();
    const synonyms = moved.map(({ name }) => name);
    await tx.insert(tagMerges).values({ id, fromId, intoId, synonyms, mergedBy: actorId });
    await tx.execute(sql`
      insert into tag_merge_uses (merge_id, insight_id, had_both)
      select ${id}::uuid, own.insight_id, other.insight_id is not null
      from insight_tags own
      left join insight_tags other on other.insight_id = own.insight_id and other.tag_id = ${intoId}::uuid
      where own.tag_id = ${fromId}::uuid`);
    await moveUses(tx, { fromId, intoId });
    await tx
      .insert(tagSynonyms)
      .values({ id: newId(), tagId: intoId, name: from.name })
      .onConflictDoNothing();
    await tx.update(tags).set({ mergedIntoId: intoId }).where(eq(tags.id, fromId));
    await recordEvent(tx, { name: "tag.merged", actorId, subjectId: fromId, fields: ["mergedInto"] });
    return { outcome: "done", name: into.name };
  });
}

/** Parts two tags again: the one gets back what it had, and the other keeps what it had besides. */
export function undoMerge({ actorId, mergeId }: { actorId: string; mergeId: string }): Promise<TagOutcome> {
  return runTransaction<TagOutcome>(async (tx) => {
    const [merge] = await tx
      .update(tagMerges)
      .set({ undoneAt: sql`now()` })
      .where(and(eq(tagMerges.id, mergeId), isNull(tagMerges.undoneAt)))
      .returning();
    if (!merge) return { outcome: "refused", problem: "That has been undone already" };
    const { fromId, intoId, synonyms } = merge;
    if (!(await lockTag(tx, intoId))) {
      throw new CannotPart(
        "The tag it was merged into has itself become part of another since: undo that first",
      );
    }
    const [from] = await tx
      .update(tags)
      .set({ mergedIntoId: null })
      .where(and(eq(tags.id, fromId), keepsName))
      .returning();
    if (!from) throw new CannotPart("Its name has become that of another tag since");
    const names = [...synonyms, from.name].map((name) => name.toLowerCase());
    const theirs = and(
      eq(tagSynonyms.tagId, intoId),
      sql`lower(${tagSynonyms.name}) = any(${sql.param(names)}::text[])`,
    );
    await tx.update(tagSynonyms).set({ tagId: fromId }).where(theirs);
    await tx
      .delete(tagSynonyms)
      .where(and(eq(tagSynonyms.tagId, fromId), eq(sql`lower(${tagSynonyms.name})`, from.name)));
    // What lost the tag since, by an edit, does not get it back.
    await tx.execute(sql`
      insert into insight_tags (insight_id, tag_id)
      select uses.insight_id, ${fromId}::uuid from tag_merge_uses uses
      join insight_tags still on still.insight_id = uses.insight_id and still.tag_id = ${intoId}::uuid
      where uses.merge_id = ${mergeId}::uuid
      on conflict do nothing`);
    await touchTagged(tx, fromId);
    await tx.execute(sql`
      delete from insight_tags using tag_merge_uses uses
      where uses.merge_id = ${mergeId}::uuid and not uses.had_both
        and insight_tags.insight_id = uses.insight_id and insight_tags.tag_id = ${intoId}::uuid`);
    await recordEvent(tx, { name: "tag.unmerged", actorId, subjectId: fromId, fields: ["mergedInto"] });
    return { outcome: "done", name: from.name };
  }).catch((error: unknown) => {
    if (!(error instanceof CannotPart)) throw error;
    return { outcome: "refused" as const, problem: error.message };
  });
}

class CannotPart extends Error {}
