import type { Tx } from "#db/client.server.ts";
import { newId } from "#db/new-id.server.ts";
import { events } from "#db/schema/events.server.ts";
import type { EventName } from "./event.ts";

type ManyEvents = {
  name: EventName;
  actorId: string;
  subjectIds: readonly string[];
  fields?: readonly string[];
};

/**
 * Writes the ledger entries of many things done at once, without jobs: whoever does so sees to what follows, and nobody
 * is notified of a library's past.
 */
export async function recordEvents(
  tx: Tx,
  { name, actorId, subjectIds, fields = [] }: ManyEvents,
): Promise<void> {
  if (subjectIds.length === 0) return;
  await tx
    .insert(events)
    .values(subjectIds.map((subjectId) => ({ id: newId(), name, actorId, subjectId, fields: [...fields] })));
}
