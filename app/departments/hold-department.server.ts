import { eq, type SQL } from "drizzle-orm";
import type { Tx } from "#db/client.server.ts";
import { departments } from "#db/schema/departments.server.ts";

/**
 * Holds a department while a row is added to it, so that no merger passes that row by. One that has become part of
 * another is that other.
 */
export async function holdDepartment(
  tx: Tx,
  where: SQL,
): Promise<{ id: string; closed: boolean } | undefined> {
  const { id, closedAt, mergedIntoId } = departments;
  const [held] = await tx.select({ id, closedAt, mergedIntoId }).from(departments).where(where).for("share");
  if (held?.mergedIntoId) return holdDepartment(tx, eq(id, held.mergedIntoId));
  return held && { id: held.id, closed: held.closedAt !== null };
}
