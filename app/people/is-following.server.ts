import { type SQL, sql } from "drizzle-orm";
import { preparedStatement } from "#db/prepared-rows.server.ts";
import { departments } from "#db/schema/departments.server.ts";
import { follows } from "#db/schema/follows.server.ts";
import { teams } from "#db/schema/people.server.ts";
import { tags } from "#db/schema/vocabulary.server.ts";
import type { FollowKind } from "./follow.ts";

const { placeholder } = sql;

const following = (thing: SQL) =>
  preparedStatement<{ one: number }>(
    () =>
      sql`select 1 as one from ${follows} where ${follows.personId} = ${placeholder("personId")} and ${thing}`,
  );

const kinds: Record<FollowKind, ReturnType<typeof following>> = {
  department: following(
    sql`${follows.departmentId} = (select id from ${departments} where slug = ${placeholder("slug")})`,
  ),
  tag: following(sql`${follows.tagId} = (select id from ${tags} where name = ${placeholder("slug")})`),
  team: following(sql`${follows.teamId} = (select id from ${teams} where slug = ${placeholder("slug")})`),
};

type Asked = { personId: string; kind: FollowKind; slug: string };

/** Whether a person follows what has this name in its address. */
export async function isFollowing({ personId, kind, slug }: Asked): Promise<boolean> {
  // What nothing can be called is not asked for: PostgreSQL refuses some of it with an error.
  if (slug.includes("\0")) return false;
  return (await kinds[kind]({ personId, slug })).length > 0;
}
