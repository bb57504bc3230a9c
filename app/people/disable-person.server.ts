import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { runTransaction } from "#db/run-transaction.server.ts";
import { people, sessions } from "#db/schema/people.server.ts";
import { recordEvent } from "../events/record-event.server.ts";
import { findLibrarySettings, forgetLibrarySettings } from "../settings/find-library-settings.server.ts";
import { hasAnotherAdministrator } from "./has-another-administrator.server.ts";
import { hideName, showName } from "./leaver-names.server.ts";
import { spendLinks } from "./make-link.server.ts";

type Asked = { actorId: string; personId: string };

export type DisableOutcome = { outcome: "disabled" | "last-administrator" | "not-there" };

/**
 * Lets somebody in no longer: sessions and links end here, keys and feeds are refused while it lasts. What they wrote
 * stays, under their name or their role as the library's setting says.
 */
export async function disablePerson({ actorId, personId }: Asked): Promise<DisableOutcome> {
  // Another process may have set it a moment ago.
  forgetLibrarySettings();
  const { leavers } = await findLibrarySettings();
  return runTransaction<DisableOutcome>(async (tx) => {
    const [person] = await tx
      .select()
      .from(people)
      .where(and(eq(people.id, personId), isNull(people.disabledAt)))
      .for("update");
    if (!person) return { outcome: "not-there" };
    if (person.role === "admin" && !(await hasAnotherAdministrator(tx, person))) {
      return { outcome: "last-administrator" };
    }
    await tx
      .update(people)
      .set({ disabledAt: sql`now()`, recordVersion: sql`${people.recordVersion} + 1` })
      .where(eq(people.id, personId));
    await tx.delete(sessions).where(eq(sessions.personId, personId));
    await spendLinks(tx, personId);
    await recordEvent(tx, { name: "person.disabled", actorId, subjectId: personId });
    if (leavers === "role") await hideName(tx, { actorId, person });
    return { outcome: "disabled" };
  });
}

/** Lets somebody in again, under their own name; they sign in anew. False when they were not disabled. */
export function enablePerson({ actorId, personId }: Asked): Promise<boolean> {
  return runTransaction(async (tx) => {
    const [person] = await tx
      .update(people)
      .set({ disabledAt: null, recordVersion: sql`${people.recordVersion} + 1` })
      .where(and(eq(people.id, personId), isNotNull(people.disabledAt)))
      .returning();
    if (!person) return false;
    await recordEvent(tx, { name: "person.enabled", actorId, subjectId: personId });
    await showName(tx, { actorId, person });
    return true;
  });
}
