import { and, inArray, isNull, or } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { tags } from "#db/schema/vocabulary.server.ts";
import { findTags } from "../vocabulary/coin-tags.server.ts";
import type { Reader } from "./readable.ts";
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
    .select({ id: tags.id })
    .from(tags)
    .where(and(inArray(tags.id, ids), or(isNull(tags.createdBy), tagIsRead(person))));
  const mayKnow = new Set(known.map(({ id }) => id));
  const today = names.map((name) => {
    const tag = meant.get(name);
    return tag && mayKnow.has(tag.id) ? tag.name : name;
  });
  return [...new Set(today)];
}
