import type { Tx } from "#db/client.server.ts";
import { newId } from "#db/new-id.server.ts";
import { departmentRevisions } from "#db/schema/department-entries.server.ts";
import type { EventName } from "../events/event.ts";
import { recordEvent } from "../events/record-event.server.ts";

type Revision = Omit<typeof departmentRevisions.$inferInsert, "id" | "seq" | "editedAt"> & {
  event: EventName;
};

/** Remembers what a department's entry says at a version, and tells the ledger, in the caller's transaction. */
export async function recordRevision(tx: Tx, { event, ...revision }: Revision): Promise<void> {
  await tx.insert(departmentRevisions).values({ id: newId(), ...revision });
  const fields = revision.removed ? ["removed"] : Object.keys(revision.fields);
  await recordEvent(tx, { name: event, actorId: revision.editedBy, subjectId: revision.subjectId, fields });
}
