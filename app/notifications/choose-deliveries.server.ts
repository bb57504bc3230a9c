import { sql } from "drizzle-orm";
import { runTransaction } from "#db/run-transaction.server.ts";
import { notificationChoices } from "#db/schema/notifications.server.ts";
import { recordEvent } from "../events/record-event.server.ts";
import type { Choices } from "./choices.ts";

/** Keeps how a person wants to be told; kinds not named stay as they were. */
export async function chooseDeliveries({
  personId,
  choices,
}: {
  personId: string;
  choices: Partial<Choices>;
}): Promise<void> {
  const rows = Object.entries(choices).map(([kind, delivery]) => ({ personId, kind, delivery }));
  if (rows.length === 0) return;
  await runTransaction(async (tx) => {
    await tx
      .insert(notificationChoices)
      .values(rows)
      .onConflictDoUpdate({
        target: [notificationChoices.personId, notificationChoices.kind],
        set: { delivery: sql`excluded.delivery` },
      });
    const fields = Object.keys(choices);
    await recordEvent(tx, {
      name: "notifications.choices-changed",
      actorId: personId,
      subjectId: personId,
      fields,
    });
  });
}
