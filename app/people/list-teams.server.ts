import { asc } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { teams } from "#db/schema/people.server.ts";
import type { Person } from "./person.ts";

/** Every team, by name. */
export function listTeams(): Promise<Person["team"][]> {
  return db.select({ id: teams.id, slug: teams.slug, name: teams.name }).from(teams).orderBy(asc(teams.name));
}
