import { eq } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { weeklyMailChoices } from "#db/schema/weekly.server.ts";
import { isMailScope, usualChoice, type WeeklyMailChoice } from "./weekly-mail.ts";

/** How a person wants the issue by mail: as they chose, else as usual. */
export async function findWeeklyMailChoice(personId: string): Promise<WeeklyMailChoice> {
  const [row] = await db
    .select({ scope: weeklyMailChoices.scope, day: weeklyMailChoices.day })
    .from(weeklyMailChoices)
    .where(eq(weeklyMailChoices.personId, personId));
  return row && isMailScope(row.scope) ? { scope: row.scope, day: row.day } : usualChoice;
}
