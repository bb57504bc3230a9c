import { and, eq, isNull, sql } from "drizzle-orm";
import type { Tx } from "#db/client.server.ts";
import { newId } from "#db/new-id.server.ts";
import { departmentLiaisons } from "#db/schema/departments.server.ts";
import type { Day } from "../settings/calendar.ts";
import type { LiaisonPart } from "./department.ts";

type Part = { departmentId: string; personId: string; on: Day };

/** Ends what a person is of a department; the part they had, null when they had none. The department is locked. */
export async function endPart(tx: Tx, { departmentId, personId, on }: Part): Promise<LiaisonPart | null> {
  const [ended] = await tx
    .update(departmentLiaisons)
    .set({ untilDate: sql`greatest(${departmentLiaisons.fromDate}, ${on}::date)` })
    .where(
      and(
        eq(departmentLiaisons.departmentId, departmentId),
        eq(departmentLiaisons.personId, personId),
        isNull(departmentLiaisons.untilDate),
      ),
    )
    .returning({ part: departmentLiaisons.part });
  return ended?.part ?? null;
}

/** Makes a person a liaison of a department, whose other owner has been ended. The department is locked. */
export async function beginPart(
  tx: Tx,
  { departmentId, personId, part, on }: Part & { part: LiaisonPart },
): Promise<void> {
  await tx.insert(departmentLiaisons).values({ id: newId(), departmentId, personId, part, fromDate: on });
}

/** Whether a department has an owner now. */
export async function hasOwner(tx: Tx, departmentId: string): Promise<boolean> {
  const [owner] = await tx
    .select({ id: departmentLiaisons.id })
    .from(departmentLiaisons)
    .where(
      and(
        eq(departmentLiaisons.departmentId, departmentId),
        eq(departmentLiaisons.part, "owner"),
        isNull(departmentLiaisons.untilDate),
      ),
    );
  return owner !== undefined;
}
