import { sql } from "drizzle-orm";
import { events } from "#db/schema/events.server.ts";
import { listEventsAbout, type PastEvent } from "./list-events-about.server.ts";

export type PersonEvent = Pick<PastEvent, "name" | "fields" | "by" | "at">;

const told = [
  "person.created",
  "person.joined",
  "person.changed",
  "person.disabled",
  "person.enabled",
  "person.link-made",
  "person.password-reset",
  "person.password-changed",
  "person.signed-out-by-administrator",
  "departments.handed-over",
];

/** What was done about somebody, the latest first, from the ledger. */
export async function listPersonEvents(personId: string): Promise<PersonEvent[]> {
  const found = await listEventsAbout({ about: sql`${events.subjectId} = ${personId}`, names: told });
  return found.events.map(({ name, fields, by, at }) => ({ name, fields, by, at }));
}
