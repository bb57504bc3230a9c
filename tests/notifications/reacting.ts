import { and, asc, gt, sql } from "drizzle-orm";
import { expect } from "vitest";
import { editInsight } from "#app/insights/edit-insight.server.ts";
import { readDraft } from "#app/insights/insight-draft.ts";
import { chooseDeliveries } from "#app/notifications/choose-deliveries.server.ts";
import { listNotifications } from "#app/notifications/list-notifications.server.ts";
import type { Delivery, NotificationKind } from "#app/notifications/notification.ts";
import type { Person } from "#app/people/person.ts";
import { dayIn } from "#app/settings/calendar.ts";
import { react } from "#app/worker.server.ts";
import { db } from "#db/client.server.ts";
import { events } from "#db/schema/events.server.ts";
import type { ADepartment } from "#tests/support/factories.ts";

let reactedTo = 0;
const hasJob = sql`exists (select from pgboss.job where data->>'eventId' = ${events.id}::text)`;

/** Does what the worker does with everything a job was sent for since the last time; `again`: with all of it. */
export async function reactToAll({ again = false } = {}): Promise<void> {
  const happened = await db
    .select({ seq: events.seq, id: events.id, name: events.name, subjectId: events.subjectId })
    .from(events)
    .where(and(gt(events.seq, again ? 0 : reactedTo), hasJob))
    .orderBy(asc(events.seq));
  reactedTo = happened.at(-1)?.seq ?? reactedTo;
  const jobs = happened.map(({ id, name, subjectId }) => ({ id, data: { eventId: id, name, subjectId } }));
  const done = await react(jobs);
  expect(done.filter(({ status }) => status !== "completed")).toEqual([]);
}

/** What a person's list shows, newest first: the kind and what it is about. */
export async function toldTo(person: Person): Promise<string[]> {
  const { items } = await listNotifications({ reader: person });
  return items.map(({ kind, insightId }) => `${kind} ${insightId}`);
}

export function choose(person: Person, kind: NotificationKind, delivery: Delivery): Promise<void> {
  return chooseDeliveries({ personId: person.id, choices: { [kind]: delivery } });
}

type Change = {
  person: Person;
  id: string;
  version?: number;
  department: ADepartment;
  body: string;
  visibility?: string;
};

/** Corrects an insight by the verb itself. */
export async function correct({
  person,
  id,
  version = 1,
  department,
  body,
  visibility,
}: Change): Promise<void> {
  const sent = { body, departments: [department.slug], channel: "coffee", visibility };
  const read = readDraft(sent, { today: dayIn("Europe/London", new Date()) });
  if ("problems" in read) throw new Error("this correction is none");
  const edited = await editInsight({ person, id, version, draft: read.draft });
  if (edited.outcome !== "edited") throw new Error(`not corrected: ${edited.outcome}`);
}
