import { desc, inArray, sql } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { events } from "#db/schema/events.server.ts";
import { people } from "#db/schema/people.server.ts";

export type PersonEvent = { name: string; fields: string[]; by: string | null; at: Date };

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
export function listPersonEvents(personId: string): Promise<PersonEvent[]> {
  const actor = sql<string | null>`(select coalesce(actor.own_name ->> 'name', actor.name)
    from ${people} actor where actor.id = ${events.actorId})`;
  return db
    .select({ name: events.name, fields: events.fields, by: actor, at: events.at })
    .from(events)
    .where(sql`${events.subjectId} = ${personId} and ${inArray(events.name, told)}`)
    .orderBy(desc(events.seq))
    .limit(50);
}
