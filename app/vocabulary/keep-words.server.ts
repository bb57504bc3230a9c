import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "#db/client.server.ts";
import { runTransaction } from "#db/run-transaction.server.ts";
import { wordGroupRevisions, wordGroups } from "#db/schema/vocabulary.server.ts";
import type { EventName } from "../events/event.ts";
import { recordEvent } from "../events/record-event.server.ts";
import { forgetAnswered } from "./keep-empty-searches.server.ts";
import { type WordGroupContent, wordGroupLimits } from "./word-group.ts";

type Asked = { actorId: string | null; id: string; version: number };

/** `changed-meanwhile`: somebody else has saved since that version was read. */
export type WordsOutcome = "done" | "not-there" | "changed-meanwhile" | "too-many";

/** Adds a group (version 0) or changes one; the same form sent twice does it once. */
export function saveWords({
  content,
  ...asked
}: Asked & { content: WordGroupContent }): Promise<WordsOutcome> {
  return runTransaction(async (tx) => {
    if (asked.version === 0) return addWords(tx, { ...asked, content });
    return nextVersion(tx, { ...asked, next: { ...content, removed: false }, name: "words.changed" });
  });
}

/** Takes a group away; it can be put back as it was. */
export function removeWords(asked: Asked): Promise<WordsOutcome> {
  return runTransaction((tx) =>
    nextVersion(tx, { ...asked, next: { removed: true }, name: "words.removed" }),
  );
}

/** Puts a group back as it was in an earlier version, or before it was taken away. */
export function putBackWords({ to, ...asked }: Asked & { to: number }): Promise<WordsOutcome> {
  return runTransaction<WordsOutcome>(async (tx) => {
    const [earlier] = await tx
      .select({
        kind: wordGroupRevisions.kind,
        words: wordGroupRevisions.words,
        finds: wordGroupRevisions.finds,
      })
      .from(wordGroupRevisions)
      .where(and(eq(wordGroupRevisions.groupId, asked.id), eq(wordGroupRevisions.version, to)));
    if (!earlier) return "not-there";
    return nextVersion(tx, { ...asked, next: { ...earlier, removed: false }, name: "words.put-back" });
  });
}

async function addWords(
  tx: Tx,
  { actorId, id, content }: Asked & { content: WordGroupContent },
): Promise<WordsOutcome> {
  // Two additions at once count each other.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('word groups'))`);
  const kept = await tx.$count(wordGroups, eq(wordGroups.removed, false));
  if (kept >= wordGroupLimits.groups) return "too-many";
  const added = await tx
    .insert(wordGroups)
    .values({ id, ...content })
    .onConflictDoNothing({ target: wordGroups.id })
    .returning({ id: wordGroups.id });
  if (added.length === 0) return "done";
  await tx.insert(wordGroupRevisions).values({ groupId: id, ...content, changedBy: actorId });
  await forgetAnswered(tx, content.words);
  await recordEvent(tx, { name: "words.changed", actorId, subjectId: id, fields: ["words"] });
  return "done";
}

type Next = Asked & { next: Partial<WordGroupContent> & { removed: boolean }; name: EventName };

async function nextVersion(tx: Tx, { actorId, id, version, next, name }: Next): Promise<WordsOutcome> {
  const [before] = await tx.select().from(wordGroups).where(eq(wordGroups.id, id)).for("update");
  if (!before) return "not-there";
  const { kind, words, finds, removed } = { ...before, ...next };
  const after = { kind, words, finds, removed };
  const isSame = Object.entries(after).every(
    ([field, value]) => JSON.stringify(before[field as keyof typeof after]) === JSON.stringify(value),
  );
  if (isSame) return "done";
  if (before.version !== version) return "changed-meanwhile";
  const row = { ...after, version: version + 1 };
  await tx
    .update(wordGroups)
    .set({ ...row, changedAt: sql`now()` })
    .where(eq(wordGroups.id, id));
  await tx.insert(wordGroupRevisions).values({ groupId: id, ...row, changedBy: actorId });
  if (!removed) await forgetAnswered(tx, words);
  const fields = Object.keys(next);
  await recordEvent(tx, { name, actorId, subjectId: id, fields });
  return "done";
}
