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
