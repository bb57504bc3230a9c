import { desc, inArray, type SQL, sql } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { events } from "#db/schema/events.server.ts";
import { people } from "#db/schema/people.server.ts";

export type PastEvent = {
  seq: number;
  name: string;
  fields: string[];
  subjectId: string | null;
  /** Nobody when it was done at the terminal. */
  by: string | null;
  at: Date;
};

type Asked = { about: SQL; names: readonly string[]; before?: number; many?: number };

/** What the ledger says was done about something, the latest first; `older` leads to the rest. */
export async function listEventsAbout({
  about,
  names,
  before,
  many = 50,
}: Asked): Promise<{ events: PastEvent[]; older: number | undefined }> {
  const actor = sql<string | null>`(select coalesce(actor.own_name ->> 'name', actor.name)
    from ${people} actor where actor.id = ${events.actorId})`;
  const { seq, name, fields, subjectId, at } = events;
  const rows = await db
    .select({ seq, name, fields, subjectId, by: actor, at })
    .from(events)
    .where(
      sql`${about} and ${inArray(name, [...names])} and (${before ?? null}::bigint is null or ${seq} < ${before ?? null})`,
    )
    .orderBy(desc(seq))
    .limit(many + 1);
  const shown = rows.slice(0, many);
  return { events: shown, older: rows.length > many ? shown.at(-1)?.seq : undefined };
}
