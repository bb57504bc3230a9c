import type { Person } from "../people/person.ts";
import { listTags, type TagOption } from "../vocabulary/list-tags.server.ts";
import { readableInSql } from "./readable.server.ts";
import { readingRule } from "./readable.ts";
import { synonymIsKnown } from "./synonym-is-known.server.ts";
import { tagIsRead } from "./tag-is-read.server.ts";

/** The tags this person is offered: the library's own, and whatever stands on an insight they may read. */
export function listOfferedTags({ person }: { person: Person }): Promise<TagOption[]> {
  const known = synonymIsKnown(readableInSql(readingRule(person)));
  return listTags({ shown: tagIsRead(person), known });
}
