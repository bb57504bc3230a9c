import { sql } from "drizzle-orm";
import { db, type Tx } from "#db/client.server.ts";
import { newId } from "#db/new-id.server.ts";
import { tagSynonyms, tags } from "#db/schema/vocabulary.server.ts";

export type Tag = { id: string; name: string };

/** The tags these names already mean, synonyms followed; names without a tag are left out. */
export async function findTags(names: readonly string[]): Promise<Map<string, Tag>> {
  if (names.length === 0) return new Map();
  const bySynonym = db
    .select({ asked: sql<string>`lower(${tagSynonyms.name})`.as("asked"), id: tags.id, name: tags.name })
    .from(tagSynonyms)
    .innerJoin(tags, sql`${tags.id} = ${tagSynonyms.tagId}`)
    .where(sql`replace(lower(${tagSynonyms.name}), ' ', '-') = any(${sql.param(names)}::text[])`);
  const byName = db
    .select({ asked: sql<string>`${tags.name}`.as("asked"), id: tags.id, name: tags.name })
    .from(tags)
    .where(sql`${tags.name} = any(${sql.param(names)}::text[])`);
  const rows = await bySynonym.unionAll(byName).prepare("tags by name").execute();
  return new Map(rows.map(({ asked, id, name }) => [asked.replaceAll(" ", "-"), { id, name }]));
}

/** Makes the tags that do not exist yet, inside the caller's transaction. Safe when two people coin one at once. */
export async function coinTags(
  tx: Tx,
  { names, personId }: { names: readonly string[]; personId: string },
): Promise<Tag[]> {
  if (names.length === 0) return [];
  // Always in one order, so that two transactions coining the same tags cannot wait for each other.
  const rows = [...names].sort().map((name) => ({ id: newId(), name, createdBy: personId }));
  return tx
    .insert(tags)
    .values(rows)
    .onConflictDoUpdate({ target: tags.name, set: { name: sql`excluded.name` } })
    .returning({ id: tags.id, name: tags.name });
}
