import { and, eq, isNull, or } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { tags } from "#db/schema/vocabulary.server.ts";
import type { Person } from "../people/person.ts";
import { tagName } from "../text/tags-in-text.ts";
import type { Tag } from "../vocabulary/coin-tags.server.ts";
import { tagIsRead } from "./tag-is-read.server.ts";

/** A tag by its name, if this person may know of it: one of the library's own, or on an insight they may read. */
export async function findKnownTag({
  person,
  name,
}: {
  person: Person;
  name: string;
}): Promise<Tag | undefined> {
  const [tag] = await db
    .select({ id: tags.id, name: tags.name })
    .from(tags)
    .where(and(eq(tags.name, tagName(name) ?? ""), or(isNull(tags.createdBy), tagIsRead(person))));
  return tag;
}
