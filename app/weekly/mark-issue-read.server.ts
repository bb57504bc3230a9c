import { sql } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { issueReadings } from "#db/schema/weekly.server.ts";
import type { Person } from "../people/person.ts";
import type { Day } from "../settings/calendar.ts";

type Reading = { person: Person; monday: Day; upTo: number; stoppedAt?: string };

/**
 * Remembers how far a person has read a week's issue, never back, whatever arrives late from another tab; and the insight
 * before them when they left, where that is told.
 */
export async function markIssueRead({ person, monday, upTo, stoppedAt }: Reading): Promise<void> {
  await db
    .insert(issueReadings)
    .values({ personId: person.id, week: monday, upTo, stoppedAt })
    .onConflictDoUpdate({
      target: [issueReadings.personId, issueReadings.week],
      set: {
        upTo: sql`greatest(${issueReadings.upTo}, excluded.up_to)`,
        lookedAt: sql`now()`,
        stoppedAt: sql`coalesce(excluded.stopped_at, ${issueReadings.stoppedAt})`,
      },
    });
}
