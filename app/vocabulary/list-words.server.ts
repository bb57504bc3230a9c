import { asc, desc, eq, sql } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { people } from "#db/schema/people.server.ts";
import { wordGroupRevisions, wordGroups } from "#db/schema/vocabulary.server.ts";
import type { WordGroup, WordGroupContent } from "./word-group.ts";

export type KeptWords = WordGroup & {
  removed: boolean;
  changedAt: Date;
  /** Who changed it last; the library itself when it came with it. */
  changedBy: string | null;
  /** What it was before, when there was a before. */
  before: WordGroupContent | null;
};

/** Groups in force, as searches use them. */
export function listWordGroups(): Promise<(WordGroupContent & { id: string })[]> {
  const { id, kind, words, finds } = wordGroups;
  return db
    .select({ id, kind, words, finds })
    .from(wordGroups)
    .where(eq(wordGroups.removed, false))
    .orderBy(asc(wordGroups.id))
    .prepare("word_groups")
    .execute();
}

/** Every group with its last change, by its first word; those taken away last, and of them the hundred latest. */
export async function listKeptWords(): Promise<KeptWords[]> {
  const { id, version, kind, words, finds, removed, changedAt } = wordGroups;
  const rows = await db
    .select({
      ...{ id, version, kind, words, finds, removed, changedAt },
      changedBy: people.name,
      before: sql<WordGroupContent | null>`(
        select json_build_object('kind', earlier.kind, 'words', earlier.words, 'finds', earlier.finds)
        from ${wordGroupRevisions} earlier
        where earlier.group_id = ${id} and earlier.version = ${version} - 1 and not earlier.removed)`,
    })
    .from(wordGroups)
    .leftJoin(
      wordGroupRevisions,
      sql`${wordGroupRevisions.groupId} = ${id} and ${wordGroupRevisions.version} = ${version}`,
    )
    .leftJoin(people, eq(people.id, wordGroupRevisions.changedBy))
    .orderBy(asc(removed), sql`lower(${words}[1])`, desc(changedAt))
    .limit(400);
  return rows;
}
