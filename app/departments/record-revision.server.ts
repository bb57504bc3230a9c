import { isDeepStrictEqual } from "node:util";
import { desc, eq } from "drizzle-orm";
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

type Said = { subjectId: string; fields: Record<string, string> };

/** Whether an entry says this already, as when its form is sent twice: then nobody has changed it in between. */
export async function saysSoAlready(tx: Tx, { subjectId, fields }: Said): Promise<boolean> {
  const { removed, version } = departmentRevisions;
  const [latest] = await tx
    .select({ fields: departmentRevisions.fields, removed })
    .from(departmentRevisions)
    .where(eq(departmentRevisions.subjectId, subjectId))
    .orderBy(desc(version))
    .limit(1);
  return latest !== undefined && !latest.removed && isDeepStrictEqual(latest.fields, fields);
}
