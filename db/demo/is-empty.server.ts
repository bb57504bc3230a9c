import { and, eq, notExists, or, sql } from "drizzle-orm";
import { db } from "../client.server.ts";
import { events } from "../schema/events.server.ts";
import { people } from "../schema/people.server.ts";
import { settings } from "../schema/settings.server.ts";

/**
 * True while the library has no people, so that nothing of anybody's can be mixed with the demonstration, and
 * while a filling that was begun has not come to its end.
 */
export async function isEmptyLibrary(): Promise<boolean> {
  const anybody = db.select({ one: sql`1` }).from(people);
  const begun = db
    .select({ one: sql`1` })
    .from(settings)
    .where(and(eq(settings.key, "demonstration"), eq(settings.value, true)));
  const filled = db.select({ one: sql`1` }).from(events).where(eq(events.name, "demonstration.filled"));
  const [row] = await db.execute<{ empty: boolean }>(
    sql`select ${or(notExists(anybody), and(sql`exists ${begun}`, notExists(filled)))} as empty`,
  );
  return row?.empty ?? false;
}

/** Nobody wants the demonstration: it was taken away, or somebody is about to make the empty library their own. */
export async function isToStayEmpty(): Promise<boolean> {
  const [row] = await db.execute<{ wished: boolean }>(sql`
    select exists (select from settings where key = 'first-run')
      or exists (select from events where name = 'demonstration.removed') as wished`);
  return row?.wished ?? false;
}
