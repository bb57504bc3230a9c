import type { Person } from "../people/person.ts";
import { listTags, type TagOption } from "../vocabulary/list-tags.server.ts";
import { tagIsRead } from "./tag-is-read.server.ts";

/** The tags this person is offered: the library's own, and whatever stands on an insight they may read. */
export function listOfferedTags({ person }: { person: Person }): Promise<TagOption[]> {
  return listTags({ shown: tagIsRead(person) });
}
