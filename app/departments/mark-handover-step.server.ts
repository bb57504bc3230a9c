import { and, eq } from "drizzle-orm";
import { runTransaction } from "#db/run-transaction.server.ts";
import { handoverReadings } from "#db/schema/handovers.server.ts";
import { recordEvent } from "../events/record-event.server.ts";
import type { HandoverStep } from "./handover.ts";

type Marking = { personId: string; handoverId: string; step: HandoverStep; read: boolean };

/** Whoever takes a department over says what of it they have read, or takes that back. It is their own handover. */
export function markHandoverStep({ personId, handoverId, step, read }: Marking): Promise<void> {
  return runTransaction(async (tx) => {
    const { handoverId: ofHandover, step: ofStep } = handoverReadings;
    const changed = read
      ? await tx.insert(handoverReadings).values({ handoverId, step }).onConflictDoNothing().returning()
      : await tx
          .delete(handoverReadings)
          .where(and(eq(ofHandover, handoverId), eq(ofStep, step)))
          .returning();
    if (changed.length === 0) return;
    await recordEvent(tx, {
      name: "handover.read",
      actorId: personId,
      subjectId: handoverId,
      fields: [read ? step : `not ${step}`],
    });
  });
}
