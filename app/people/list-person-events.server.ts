import { sql } from "drizzle-orm";
import { events } from "#db/schema/events.server.ts";
import { apiKeys } from "#db/schema/people.server.ts";
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
  "api-key.minted",
  "api-key.revoked",
];

/** What was done about somebody, the latest first, from the ledger. */
export async function listPersonEvents(personId: string): Promise<PersonEvent[]> {
  const keys = sql`select ${apiKeys.id} from ${apiKeys} where ${apiKeys.personId} = ${personId}`;
  const about = sql`(${events.subjectId} = ${personId} or ${events.subjectId} in (${keys}))`;
  const found = await listEventsAbout({ about, names: told });
  return found.events.map(({ name, fields, by, at }) => ({ name, fields, by, at }));
}
