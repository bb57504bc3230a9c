import { and, desc, eq } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { mails } from "#db/schema/mail.server.ts";
import { weeklyIssues } from "#db/schema/weekly.server.ts";
import type { MailedWeek } from "./weekly-mail.ts";

const most = 6;

/** What became of the latest weekly mails to a person: sent, skipped or not taken, and why. */
export function listMailedWeeks(personId: string): Promise<MailedWeek[]> {
  return db
    .select({ monday: weeklyIssues.week, state: mails.state, reason: mails.lastError, at: mails.sentAt })
    .from(mails)
    .innerJoin(weeklyIssues, eq(weeklyIssues.id, mails.subjectId))
    .where(and(eq(mails.personId, personId), eq(mails.purpose, "weekly")))
    .orderBy(desc(weeklyIssues.week))
    .limit(most);
}
