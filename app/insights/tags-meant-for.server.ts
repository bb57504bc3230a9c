import { and, eq, inArray, isNull, or, sql } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { tagSynonyms, tags } from "#db/schema/vocabulary.server.ts";
import { findTags } from "../vocabulary/coin-tags.server.ts";
import { readableInSql } from "./readable.server.ts";
import { type Reader, readingRule } from "./readable.ts";
import { synonymIsKnown } from "./synonym-is-known.server.ts";
import { tagIsRead } from "./tag-is-read.server.ts";

/**
 * What these names of tags are called today: renamed or merged since, an address goes on leading there. A name stays as
 * it is where it means nothing this person may know of.
 */
export async function tagsMeantFor(person: Reader, names: readonly string[]): Promise<string[]> {
  const meant = await findTags(names);
  const others = [...meant].filter(([asked, { name }]) => asked !== name);
  if (others.length === 0) return [...names];
  const ids = others.map(([, { id }]) => id);
  const known = await db
    .select({ synonym: sql<string>`replace(lower(${tagSynonyms.name}), ' ', '-')` })
    .from(tagSynonyms)
    .innerJoin(tags, eq(tags.id, tagSynonyms.tagId))
    .where(
      and(
        inArray(tags.id, ids),
        or(isNull(tags.createdBy), tagIsRead(person)),
        synonymIsKnown(readableInSql(readingRule(person))),
      ),
    );
  const mayKnow = new Set(known.map(({ synonym }) => synonym));
  const today = names.map((name) => (mayKnow.has(name) && meant.get(name)?.name) || name);
  return [...new Set(today)];
}
