import { and, eq, isNotNull, isNull, ne, or, sql } from "drizzle-orm";
import type { Tx } from "#db/client.server.ts";
import { people } from "#db/schema/people.server.ts";

type Administrator = { id: string; demonstration: boolean };

/**
 * Whether somebody else can still run the library when this administrator no longer does: another one who has a
 * password and is not disabled. Asked one at a time, so that two cannot remove each other at once. A demonstration
 * administrator counts only beside another: their password opens nothing elsewhere.
 */
export async function hasAnotherAdministrator(
  tx: Tx,
  { id, demonstration }: Administrator,
): Promise<boolean> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('the last administrator'))`);
  const others = await tx
    .select({ id: people.id })
    .from(people)
    .where(
      and(
        eq(people.role, "admin"),
        isNull(people.disabledAt),
        ne(people.id, id),
        isNotNull(people.passwordHash),
        or(eq(people.demonstration, false), demonstration ? sql`true` : sql`false`),
      ),
    )
    .limit(1);
  return others.length > 0;
}
