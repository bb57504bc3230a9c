import { eq, sql } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { people, teams } from "#db/schema/people.server.ts";
import type { Role } from "./person.ts";

export type ColleagueProfile = {
  id: string;
  handle: string;
  name: string;
  jobTitle: string;
  role: Role;
  team: { slug: string; name: string };
  /** Has left, or cannot sign in for now. */
  gone: boolean;
};

/** A colleague by their handle, as every colleague sees them. */
export async function findColleague(handle: string): Promise<ColleagueProfile | undefined> {
  if (!/^[a-z][a-z0-9-]{0,39}$/.test(handle)) return undefined;
  const [person] = await db
    .select({
      id: people.id,
      handle: people.handle,
      name: people.name,
      jobTitle: people.jobTitle,
      role: people.role,
      team: { slug: teams.slug, name: teams.name },
      gone: sql<boolean>`${people.disabledAt} is not null`,
    })
    .from(people)
    .innerJoin(teams, eq(teams.id, people.teamId))
    .where(eq(people.handle, handle));
  return person;
}
