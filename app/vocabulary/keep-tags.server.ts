import { and, eq, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import type { Tx } from "#db/client.server.ts";
import { newId } from "#db/new-id.server.ts";
import { runTransaction } from "#db/run-transaction.server.ts";
import { tagSynonyms, tags } from "#db/schema/vocabulary.server.ts";
import { recordEvent } from "../events/record-event.server.ts";
import { tagName } from "../text/tags-in-text.ts";
import { freeIfUnknown, hiddenOfName, type Knowing, takeIn } from "./take-in-hidden.server.ts";
import { touchTagged } from "./touch-tagged.server.ts";

type Asked = { actorId: string; tagId: string };

export type TagOutcome = { outcome: "done"; name: string } | { outcome: "refused"; problem: string };

const noTag = "A tag begins with a letter and holds letters, digits and hyphens, 40 at most";

type Renaming = Asked & Knowing & { name: string };

/** Calls a tag something else; the old name goes on leading to it, and giving it back is done the same way. */
export function renameTag({
  actorId,
  tagId,
  name,
  known,
  hidden = sql`false`,
}: Renaming): Promise<TagOutcome> {
  return runTransaction<TagOutcome>(async (tx) => {
    const wanted = tagName(name.trim());
    if (!wanted) return { outcome: "refused", problem: noTag };
    const tag = await lockTag(tx, tagId);
    if (!tag) return { outcome: "refused", problem: "That tag has become part of another" };
    if (tag.name === wanted) return { outcome: "done", name: wanted };
    const hiddenId = await hiddenOfName(tx, { name: wanted, hidden });
    await freeIfUnknown(tx, wanted, { known, hidden });
    const takenBy = await whoseName(tx, wanted);
    if (hiddenId) await takeIn(tx, { hiddenId, tagId });
    else if (takenBy && takenBy !== tagId) {
      return {
        outcome: "refused",
        problem: `There is a tag called ${wanted} already: merge the two instead`,
      };
    }
    if (await isMergedName(tx, wanted)) {
      return {
        outcome: "refused",
        problem: `A tag called ${wanted} has become part of another: part the two first`,
      };
    }
    await dropSynonym(tx, tagId, wanted);
    await tx.update(tags).set({ name: wanted }).where(eq(tags.id, tagId));
    await tx.insert(tagSynonyms).values({ id: newId(), tagId, name: tag.name }).onConflictDoNothing();
    await touchTagged(tx, tagId);
    await recordEvent(tx, { name: "tag.renamed", actorId, subjectId: tagId, fields: ["name"] });
    return { outcome: "done", name: wanted };
  });
}

type Synonyms = Asked & Knowing & { text: string };

/**
 * Says what else a tag is found by: all of it, so that what is not said any more is no synonym. What is not `known` to
 * whoever says so stays as it is.
 */
export function setSynonyms({
  actorId,
  tagId,
  text,
  known,
  hidden = sql`false`,
}: Synonyms): Promise<TagOutcome> {
  return runTransaction<TagOutcome>(async (tx) => {
    const tag = await lockTag(tx, tagId);
    if (!tag) return { outcome: "refused", problem: "That tag has become part of another" };
    const names = [...new Set(text.split(/[,\n]/).map((name) => name.trim().replace(/\s+/g, " ")))].filter(
      Boolean,
    );
    if (names.length > 30) return { outcome: "refused", problem: "At most 30 synonyms" };
    const hiddenIds: string[] = [];
    for (const name of names) {
      if (name.length > 60 || !/^[\p{L}\p{N}][\p{L}\p{M}\p{N} '’&-]*$/u.test(name)) {
        return { outcome: "refused", problem: `“${name.slice(0, 60)}” has signs a synonym cannot have` };
      }
      const asTag = name.toLowerCase().replaceAll(" ", "-");
      const hiddenId = await hiddenOfName(tx, { name: asTag, hidden });
      if (hiddenId) hiddenIds.push(hiddenId);
      await freeIfUnknown(tx, asTag, { known, hidden });
      const takenBy = hiddenId ? tagId : await whoseName(tx, asTag);
      if (takenBy && takenBy !== tagId) {
        return { outcome: "refused", problem: `“${name}” leads to another tag already` };
      }
    }
    const ofTheirs = and(eq(tagSynonyms.tagId, tagId), known) as SQL;
    const gone = await mergedButUnsaid(tx, ofTheirs, names);
    if (gone)
      return { outcome: "refused", problem: `“${gone}” has become part of this tag: part the two first` };
    for (const hiddenId of new Set(hiddenIds)) await takeIn(tx, { hiddenId, tagId });
    await tx.delete(tagSynonyms).where(ofTheirs);
    const rows = names
      .filter((name) => name.toLowerCase() !== tag.name)
      .map((name) => ({ id: newId(), tagId, name }));
    if (rows.length > 0) await tx.insert(tagSynonyms).values(rows).onConflictDoNothing();
    await touchTagged(tx, tagId);
    await recordEvent(tx, { name: "tag.synonyms-changed", actorId, subjectId: tagId, fields: ["synonyms"] });
    return { outcome: "done", name: tag.name };
  });
}

/** Offers a tag to nobody any more, or to all again; what has it keeps it either way. */
export function retireTag({ actorId, tagId, retired }: Asked & { retired: boolean }): Promise<TagOutcome> {
  return runTransaction<TagOutcome>(async (tx) => {
    const tag = await lockTag(tx, tagId);
    if (!tag) return { outcome: "refused", problem: "That tag has become part of another" };
    await tx
      .update(tags)
      .set({ retiredAt: retired ? sql`now()` : null })
      .where(eq(tags.id, tagId));
    const name = retired ? "tag.retired" : "tag.offered";
    await recordEvent(tx, { name, actorId, subjectId: tagId });
    return { outcome: "done", name: tag.name };
  });
}

/** A tag that is still one of its own, kept from changing until the transaction ends. */
export async function lockTag(tx: Tx, tagId: string) {
  const [tag] = await tx
    .select()
    .from(tags)
    .where(and(eq(tags.id, tagId), isNull(tags.mergedIntoId)))
    .for("update");
  return tag;
}

/** Whose name or synonym this is. */
async function whoseName(tx: Tx, name: string): Promise<string | undefined> {
  const rows = await tx.execute<{ id: string }>(sql`
    select id from tags where name = ${name} and merged_into_id is null
    union all
    select tag_id from tag_synonyms where replace(lower(name), ' ', '-') = ${name} limit 1`);
  return rows[0]?.id;
}

/**
 * A tag that has become part of this one and whose name is to be no synonym any more: whoever writes it then would mean a
 * tag that is offered and found nowhere.
 */
async function mergedButUnsaid(tx: Tx, ofTheirs: SQL, names: readonly string[]): Promise<string | undefined> {
  const said = names.map((name) => name.toLowerCase().replaceAll(" ", "-"));
  const rows = await tx.execute<{ name: string }>(sql`
    select merged.name from tags merged join tag_synonyms on replace(lower(tag_synonyms.name), ' ', '-') = merged.name
    where ${ofTheirs} and merged.merged_into_id is not null
      and merged.name <> all(${sql.param(said)}::text[]) order by 1 limit 1`);
  return rows[0]?.name;
}

/** Whether a tag that has become part of another keeps this name, for the day the two are parted. */
async function isMergedName(tx: Tx, name: string): Promise<boolean> {
  const rows = await tx
    .select({ id: tags.id })
    .from(tags)
    .where(and(eq(tags.name, name), isNotNull(tags.mergedIntoId)));
  return rows.length > 0;
}

async function dropSynonym(tx: Tx, tagId: string, name: string): Promise<void> {
  await tx
    .delete(tagSynonyms)
    .where(and(eq(tagSynonyms.tagId, tagId), eq(sql`replace(lower(${tagSynonyms.name}), ' ', '-')`, name)));
}
