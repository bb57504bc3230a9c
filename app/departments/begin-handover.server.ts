import { and, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import type { Tx } from "#db/client.server.ts";
import { departmentHandovers, handoverReadings } from "#db/schema/handovers.server.ts";
import { recordEvent } from "../events/record-event.server.ts";
import type { Day } from "../settings/calendar.ts";
import { beginPart, endPart } from "./change-part.server.ts";
import type { LiaisonPart } from "./department.ts";

export type OrderedHandover = {
  id: string;
  departmentId: string;
  fromPersonId: string;
  toPersonId: string;
  part: LiaisonPart;
  startsOn: Day;
  endsOn: Day | null;
};

/**
 * Puts an ordered handover in force. Somebody who looks after the department already keeps the larger part. When whoever
 * hands over was a stand-in, the next one stands in instead. The department is locked.
 */
export async function beginHandover(
  tx: Tx,
  { handover, actorId }: { handover: OrderedHandover; actorId: string | null },
): Promise<void> {
  const { id, departmentId, fromPersonId, toPersonId, part, startsOn: on } = handover;
  const given = await endPart(tx, { departmentId, personId: fromPersonId, on });
  const now = sql`now()`;
  if (!given) {
    await tx.update(departmentHandovers).set({ endedAt: now }).where(eq(departmentHandovers.id, id));
    return;
  }
  if (handover.endsOn === null) await passOn(tx, handover);
  const toHadPart = await endPart(tx, { departmentId, personId: toPersonId, on });
  const toPart = toHadPart === "owner" ? "owner" : part;
  await beginPart(tx, { departmentId, personId: toPersonId, part: toPart, on });
  await tx
    .update(departmentHandovers)
    .set({ startedAt: now, toHadPart })
    .where(eq(departmentHandovers.id, id));
  await recordEvent(tx, {
    name: "department.handed-over",
    actorId,
    subjectId: departmentId,
    fields: ["liaisons"],
  });
}

/** Whoever stands in until a day and goes for good hands that on as well. */
async function passOn(tx: Tx, { departmentId, fromPersonId, toPersonId }: OrderedHandover): Promise<void> {
  const passedOn = await tx
    .update(departmentHandovers)
    .set({ toPersonId, toHadPart: null })
    .where(
      and(
        eq(departmentHandovers.departmentId, departmentId),
        eq(departmentHandovers.toPersonId, fromPersonId),
        isNotNull(departmentHandovers.startedAt),
        isNotNull(departmentHandovers.endsOn),
        isNull(departmentHandovers.endedAt),
      ),
    )
    .returning({ id: departmentHandovers.id });
  const ids = passedOn.map(({ id }) => id);
  // What the one before has read, the next has not.
  if (ids.length > 0) await tx.delete(handoverReadings).where(inArray(handoverReadings.handoverId, ids));
}
