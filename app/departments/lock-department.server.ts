import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "#db/client.server.ts";
import { departments } from "#db/schema/departments.server.ts";

/** Holds a department while something is added to it, so that no merger passes it by. False when it has gone into another. */
export async function lockDepartment(tx: Tx, id: string): Promise<boolean> {
  const held = await tx
    .select({ id: departments.id })
    .from(departments)
    .where(and(eq(departments.id, id), isNull(departments.mergedIntoId)))
    .for("share");
  return held.length > 0;
}
