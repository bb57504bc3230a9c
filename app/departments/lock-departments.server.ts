import { asc, inArray } from "drizzle-orm";
import type { Tx } from "#db/client.server.ts";
import { departments } from "#db/schema/departments.server.ts";

/** Keeps these departments' liaisons from changing in another transaction, always locked in one order. */
export async function lockDepartments(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .select({ id: departments.id })
    .from(departments)
    .where(inArray(departments.id, [...ids]))
    .orderBy(asc(departments.id))
    .for("no key update");
}
