import { and, eq, isNull, sql } from "drizzle-orm";
import type { Tx } from "#db/client.server.ts";
import { runTransaction } from "#db/run-transaction.server.ts";
import { departmentHandovers } from "#db/schema/handovers.server.ts";
import { recordEvent } from "../events/record-event.server.ts";
import type { Day } from "../settings/calendar.ts";
import { beginPart, endPart, hasOwner } from "./change-part.server.ts";
import type { LiaisonPart } from "./department.ts";
import { lockDepartments } from "./lock-departments.server.ts";

type Ending = { id: string; today: Day; actorId: string | null };

/**
 * Gives a department back, before its day or on it; one that has not begun is called off; one that has ended already
 * stays as it is. False when there is none. Whoever it goes back from keeps what they were before; when another has become its owner meanwhile, the first
 * one shares it with them. The caller has asked `canHandOver`.
 */
export function endHandover({ id, today, actorId }: Ending): Promise<boolean> {
  return runTransaction(async (tx) => {
    const [found] = await tx
      .select({ departmentId: departmentHandovers.departmentId })
      .from(departmentHandovers)
      .where(eq(departmentHandovers.id, id));
    if (!found) return false;
    await lockDepartments(tx, [found.departmentId]);
    const [handover] = await tx
      .update(departmentHandovers)
      .set({ endedAt: sql`now()` })
      .where(and(eq(departmentHandovers.id, id), isNull(departmentHandovers.endedAt)))
      .returning();
    if (!handover) return true;
    if (handover.startedAt) await giveBack(tx, { handover, today });
    await recordEvent(tx, {
      name: "department.handed-back",
      actorId,
      subjectId: handover.departmentId,
      fields: ["liaisons"],
    });
    return true;
  });
}

type Given = { handover: typeof departmentHandovers.$inferSelect; today: Day };

async function giveBack(tx: Tx, { handover, today: on }: Given): Promise<void> {
  const { departmentId, fromPersonId, toPersonId, part } = handover;
  const held = await endPart(tx, { departmentId, personId: toPersonId, on });
  const before = await endPart(tx, { departmentId, personId: fromPersonId, on });
  const kept = held && keptPart({ ...handover, held });
  if (kept) await beginPart(tx, { departmentId, personId: toPersonId, part: kept, on });
  const isOwner = before === "owner" || (part === "owner" && !(await hasOwner(tx, departmentId)));
  await beginPart(tx, {
    departmentId,
    personId: fromPersonId,
    part: isOwner ? "owner" : "co-owner",
    on,
  });
}

type Held = { part: LiaisonPart; toHadPart: LiaisonPart | null; held: LiaisonPart };

/** What the stand-in stays: what they were before, or have become since for a reason of its own. */
function keptPart({ part, toHadPart, held }: Held): LiaisonPart | null {
  if (part === "owner") return toHadPart && "co-owner";
  return held === "owner" ? "owner" : toHadPart;
}
