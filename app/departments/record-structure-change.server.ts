import type { Tx } from "#db/client.server.ts";
import { newId } from "#db/new-id.server.ts";
import { departmentChanges } from "#db/schema/department-changes.server.ts";
import type { EventName } from "../events/event.ts";
import { recordEvent } from "../events/record-event.server.ts";
import type { StructureChangeKind, StructureDetails } from "./structure-change.ts";

type Change = {
  kind: StructureChangeKind;
  departmentId: string;
  otherId?: string;
  details: StructureDetails;
  madeBy: string;
};

const events: Record<StructureChangeKind, EventName> = {
  added: "department.added",
  renamed: "department.renamed",
  moved: "department.moved",
  merged: "department.merged",
  split: "department.split",
  closed: "department.closed",
  reopened: "department.reopened",
};

/** Remembers what was done to the tree, with all it takes to undo it, and tells the ledger; the change's id. */
export async function recordStructureChange(tx: Tx, change: Change): Promise<string> {
  const id = newId();
  await tx.insert(departmentChanges).values({ id, ...change });
  await recordEvent(tx, {
    name: events[change.kind],
    actorId: change.madeBy,
    subjectId: change.departmentId,
    fields: Object.keys(change.details),
  });
  return id;
}
