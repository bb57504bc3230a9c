import { asc } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { teams } from "#db/schema/people.server.ts";

/** Every team of the library, by name. */
export function listTeams(): Promise<{ slug: string; name: string }[]> {
  return db.select({ slug: teams.slug, name: teams.name }).from(teams).orderBy(asc(teams.name));
}
