import { and, eq, isNull, sql } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { people, teams } from "#db/schema/people.server.ts";
import type { Person } from "./person.ts";
import { personColumns } from "./person-columns.server.ts";

/** For commands that act as somebody named on the command line; a disabled person is nobody. */
export async function findPersonByEmail(email: string): Promise<Person | undefined> {
  const [person] = await db
    .select(personColumns)
    .from(people)
    .innerJoin(teams, eq(teams.id, people.teamId))
    .where(and(sql`lower(${people.email}) = lower(${email})`, isNull(people.disabledAt)));
  return person;
}
