import { eq } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { notificationChoices } from "#db/schema/notifications.server.ts";
import { type Choices, readChoices, usualChoices } from "./choices.ts";

/** How a person is told of each kind: as they chose, else as usual. */
export async function findChoices(personId: string): Promise<Choices> {
  const rows = await db
    .select({ kind: notificationChoices.kind, delivery: notificationChoices.delivery })
    .from(notificationChoices)
    .where(eq(notificationChoices.personId, personId));
  const kept = new Map(rows.map(({ kind, delivery }) => [kind, delivery]));
  return { ...usualChoices(), ...readChoices((kind) => kept.get(kind)) };
}
