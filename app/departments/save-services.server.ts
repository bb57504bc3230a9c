import { eq, sql } from "drizzle-orm";
import { isUniqueViolation } from "#db/errors.server.ts";
import { newId } from "#db/new-id.server.ts";
import { runTransaction } from "#db/run-transaction.server.ts";
import { services } from "#db/schema/department-entries.server.ts";
import { recordEvent } from "../events/record-event.server.ts";
import type { Person } from "../people/person.ts";
import { type ServiceDraft, serviceLimits } from "./service.ts";

type Saving = { person: Pick<Person, "id">; drafts: readonly ServiceDraft[]; added: string };

/**
 * Writes the list of services anew: names, order, and one more. One whose name was emptied keeps it and is offered no
 * longer: what departments said of it stays, and naming it again brings it back. The caller has asked `canKeepServices`.
 */
export async function saveServices({
  person,
  drafts,
  added,
}: Saving): Promise<"done" | "name-taken" | "too-many"> {
  const kept = drafts.filter(({ name }) => name !== "").toSorted((a, b) => a.place - b.place);
  if (kept.length + (added ? 1 : 0) > serviceLimits.services) return "too-many";
  try {
    await runTransaction(async (tx) => {
      // Two names that change places would meet in the middle: each steps aside first.
      for (const { id } of kept) {
        await tx
          .update(services)
          .set({ name: `${id} ` })
          .where(eq(services.id, id));
      }
      for (const [place, { id, name }] of kept.entries()) {
        await tx
          .update(services)
          .set({ name, position: place + 1, retiredAt: null })
          .where(eq(services.id, id));
      }
      for (const { id } of drafts.filter(({ name }) => name === "")) {
        await tx
          .update(services)
          .set({ retiredAt: sql`coalesce(${services.retiredAt}, now())` })
          .where(eq(services.id, id));
      }
      // Pressed twice, or named once more, it is offered as it was.
      if (added)
        await tx
          .insert(services)
          .values({ id: newId(), name: added, position: kept.length + 1 })
          .onConflictDoUpdate({ target: services.name, set: { retiredAt: null } });
      await recordEvent(tx, {
        name: "services.changed",
        actorId: person.id,
        subjectId: null,
        fields: ["name", "position"],
      });
    });
  } catch (error) {
    if (isUniqueViolation(error, "services_name_key")) return "name-taken";
    throw error;
  }
  return "done";
}
