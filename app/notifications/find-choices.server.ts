import { eq } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { notificationChoices } from "#db/schema/notifications.server.ts";
import { type Choices, deliveryOf } from "./choices.ts";
import { notificationKinds } from "./notification.ts";

/** How a person is told of each kind: as they chose, else as usual. */
export async function findChoices(personId: string): Promise<Choices> {
  const rows = await db
    .select({ kind: notificationChoices.kind, delivery: notificationChoices.delivery })
    .from(notificationChoices)
    .where(eq(notificationChoices.personId, personId));
  const kept = new Map(rows.map(({ kind, delivery }) => [kind, delivery]));
  return Object.fromEntries(
    notificationKinds.map((kind) => [kind, deliveryOf(kind, kept.get(kind))]),
  ) as Choices;
}
