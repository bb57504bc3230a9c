import { asc, eq, or, type SQL, sql } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { departments } from "#db/schema/departments.server.ts";
import { follows } from "#db/schema/follows.server.ts";
import { teams } from "#db/schema/people.server.ts";
import { tags } from "#db/schema/vocabulary.server.ts";
import type { Followable } from "./follow.ts";

type Asked = {
  personId: string;
  /** Which tags, besides the library's own, this person may know of: one coined where they may not read any more is not shown. */
  shown: SQL;
};

/** What a person follows: departments, tags, teams, each by name. */
export function listFollows({ personId, shown }: Asked): Promise<Followable[]> {
  const kind = sql<Followable["kind"]>`case when ${follows.departmentId} is not null then 'department'
    when ${follows.tagId} is not null then 'tag' else 'team' end`;
  const name = sql<string>`coalesce(${departments.name}, ${tags.name}, ${teams.name})`;
  return db
    .select({
      kind,
      slug: sql<string>`coalesce(${departments.slug}, ${tags.name}, ${teams.slug})`,
      name,
    })
    .from(follows)
    .leftJoin(departments, eq(departments.id, follows.departmentId))
    .leftJoin(tags, eq(tags.id, follows.tagId))
    .leftJoin(teams, eq(teams.id, follows.teamId))
    .where(
      sql`${follows.personId} = ${personId} and ${or(sql`${follows.tagId} is null or ${tags.createdBy} is null`, shown)}`,
    )
    .orderBy(asc(kind), asc(name));
}
