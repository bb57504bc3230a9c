import type { Tx } from "#db/client.server.ts";
import { newId } from "#db/new-id.server.ts";
import { events } from "#db/schema/events.server.ts";
import type { EventName } from "./event.ts";
import { type EventJob, eventQueue } from "./queues.ts";
import { sendJob } from "./sender.server.ts";

export type NewEvent = {
  name: EventName;
  actorId: string | null;
  subjectId: string | null;
  /** Names of the fields that changed, never their text. */
  fields?: readonly string[];
};

/** Writes one ledger entry and, in the same transaction, the job that carries its consequences. */
export async function recordEvent(tx: Tx, event: NewEvent): Promise<void> {
  const id = newId();
  const data: EventJob = { eventId: id, name: event.name, subjectId: event.subjectId };
  await Promise.all([
    tx
      .insert(events)
      .values({ id, ...event, fields: [...(event.fields ?? [])] })
      .prepare("event")
      .execute(),
    sendJob(tx, { queue: eventQueue, data }),
  ]);
}
