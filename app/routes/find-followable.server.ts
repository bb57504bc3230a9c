import { findDepartment } from "../departments/find-department.server.ts";
import { findKnownTag } from "../insights/find-known-tag.server.ts";
import { type Followable, isFollowKind } from "../people/follow.ts";
import { listTeams } from "../people/list-teams.server.ts";
import type { Person } from "../people/person.ts";

type Asked = { person: Person; kind?: string; slug?: string };

/** What may be followed under this name, if this person may know of it. */
export async function findFollowable({
  person,
  kind,
  slug = "",
}: Asked): Promise<(Followable & { id: string }) | undefined> {
  if (!isFollowKind(kind)) return undefined;
  if (kind === "department") {
    const department = await findDepartment(slug);
    return department && { kind, slug, id: department.id, name: department.name };
  }
  if (kind === "tag") {
    const tag = await findKnownTag({ person, name: slug });
    return tag && { kind, slug: tag.name, ...tag };
  }
  const team = (await listTeams()).find((one) => one.slug === slug);
  return team && { kind, ...team };
}
