import { and, eq, isNotNull, isNull } from "drizzle-orm";
import type { Tx } from "#db/client.server.ts";
import { people } from "#db/schema/people.server.ts";
import { recordEvent } from "../events/record-event.server.ts";
import { type LeaverName, nameByRole } from "./own-name.ts";

type Row = typeof people.$inferSelect;
type Named = { actorId: string; person: Row };

/**
 * Puts a leaver's role in the place of their name, so that whatever shows who wrote something shows that; their own
 * name is kept aside for administrators and for their return.
 */
export async function hideName(tx: Tx, { actorId, person }: Named): Promise<void> {
  if (person.ownName) return;
  const { id, name, handle, jobTitle, role } = person;
  await tx
    .update(people)
    .set({
      ownName: { name, handle, jobTitle },
      name: nameByRole(role),
      handle: `former-${id.slice(-12)}`,
      jobTitle: "",
    })
    .where(eq(people.id, id));
  await recordEvent(tx, { name: "person.name-changed", actorId, subjectId: id });
}

/** Gives somebody their own name back. */
export async function showName(tx: Tx, { actorId, person }: Named): Promise<void> {
  if (!person.ownName) return;
  await tx
    .update(people)
    .set({ ...person.ownName, ownName: null })
    .where(eq(people.id, person.id));
  await recordEvent(tx, { name: "person.name-changed", actorId, subjectId: person.id });
}

/** Shows all who have left as the setting says, inside the transaction that sets it. */
export async function nameLeavers(
  tx: Tx,
  { actorId, leavers }: { actorId: string; leavers: LeaverName },
): Promise<void> {
  const wrong = leavers === "role" ? isNull(people.ownName) : isNotNull(people.ownName);
  const rows = await tx
    .select()
    .from(people)
    .where(and(isNotNull(people.disabledAt), wrong))
    .for("update");
  for (const person of rows) {
    if (leavers === "role") await hideName(tx, { actorId, person });
    else await showName(tx, { actorId, person });
  }
}
