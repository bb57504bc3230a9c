import { and, eq } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { issueReadings } from "#db/schema/weekly.server.ts";
import type { Person } from "../people/person.ts";
import type { Day } from "../settings/calendar.ts";

/** How far this person has read that week's issue; undefined when they have not looked at it yet. */
export async function findIssueReading({
  person,
  monday,
}: {
  person: Person;
  monday: Day;
}): Promise<number | undefined> {
  const [reading] = await db
    .select({ upTo: issueReadings.upTo })
    .from(issueReadings)
    .where(and(eq(issueReadings.personId, person.id), eq(issueReadings.week, monday)))
    .prepare("issue reading")
    .execute();
  return reading?.upTo;
}
