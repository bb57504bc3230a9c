import { asc, eq, sql } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { people, teams } from "#db/schema/people.server.ts";

export type TeamWithPeople = { id: string; slug: string; name: string; people: number };

/** Every team, with how many work in it. */
export function listTeamsWithPeople(): Promise<TeamWithPeople[]> {
  return db
    .select({
      id: teams.id,
      slug: teams.slug,
      name: teams.name,
      people: sql<number>`count(${people.id}) filter (where ${people.disabledAt} is null)`.mapWith(Number),
    })
    .from(teams)
    .leftJoin(people, eq(people.teamId, teams.id))
    .groupBy(teams.id)
    .orderBy(asc(teams.name));
}
