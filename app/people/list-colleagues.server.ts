import { asc, eq, isNull } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { people, teams } from "#db/schema/people.server.ts";
import type { Colleague } from "./person.ts";

/** Everybody who works here now, by name: whom a text can mention. */
export function listColleagues(): Promise<Colleague[]> {
  return db
    .select({ handle: people.handle, name: people.name, team: teams.name })
    .from(people)
    .innerJoin(teams, eq(teams.id, people.teamId))
    .where(isNull(people.disabledAt))
    .orderBy(asc(people.name), asc(people.seq));
}
