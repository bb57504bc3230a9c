import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { Tx } from "#db/client.server.ts";
import { newId } from "#db/new-id.server.ts";
import { preparedRows } from "#db/prepared-rows.server.ts";
import { tagSynonyms, tags } from "#db/schema/vocabulary.server.ts";

export type Tag = { id: string; name: string };

type MeantTag = { asked: string } & Tag;

/** The tags these names already mean, synonyms followed; names without a tag are left out. */
export async function findTags(names: readonly string[]): Promise<Map<string, Tag>> {
  if (names.length === 0) return new Map();
  const rows = await preparedRows<MeantTag>(tagsMeant(sql.param(names)));
  return new Map(rows.map(({ asked, id, name }) => [asked, { id, name }]));
}

/** For a list of names the tags they mean, each with the name it was asked by. */
export function tagsMeant(names: SQLWrapper): SQL {
  return sql`
    select replace(lower(${tagSynonyms.name}), ' ', '-') as asked, ${tags.id} as id, ${tags.name} as name
    from ${tagSynonyms} join ${tags} on ${tags.id} = ${tagSynonyms.tagId}
    where replace(lower(${tagSynonyms.name}), ' ', '-') = any(${names}::text[])
    union all
    select ${tags.name}, ${tags.id}, ${tags.name} from ${tags}
    where ${tags.name} = any(${names}::text[]) and ${tags.mergedIntoId} is null`;
}

/**
 * Makes the tags that do not exist yet, inside the caller's transaction. Safe when two people coin one at once; one that
 * has been coined and become part of another meanwhile is that other.
 */
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
    .returning({ id: sql<string>`coalesce(${tags.mergedIntoId}, ${tags.id})`, name: tags.name });
}

/** Both lists, each tag once. */
export function tagsOnce(some: readonly Tag[], more: readonly Tag[] = []): Tag[] {
  return [...new Map([...some, ...more].map((tag) => [tag.id, tag])).values()];
}
