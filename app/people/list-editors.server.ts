import { and, asc, desc, eq, inArray, isNull } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { people } from "#db/schema/people.server.ts";

/** Editors and administrators who work here now, administrators first: whom to ask for what only they may do. */
export function listEditors(): Promise<{ name: string }[]> {
  return db
    .select({ name: people.name })
    .from(people)
    .where(and(isNull(people.disabledAt), inArray(people.role, ["editor", "admin"])))
    .orderBy(desc(eq(people.role, "admin")), asc(people.name), asc(people.seq));
}
