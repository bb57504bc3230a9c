import { eq } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { weeklyIssues } from "#db/schema/weekly.server.ts";
import type { MailSkip, MailWords } from "../mail/mail.ts";
import { signMailToken } from "../mail/mail-token.server.ts";
import type { Day } from "../settings/calendar.ts";
import { findLibrarySettings } from "../settings/find-library-settings.server.ts";
import { findIssueForAll } from "./find-issue-for-all.server.ts";
import { findWeeklyMailChoice } from "./find-weekly-mail-choice.server.ts";
import { type AlsoTold, weeklyMailWords } from "./weekly-mail-words.ts";

type Writing = {
  personId: string;
  /** The issue's. */
  subjectId: string;
  also?: readonly AlsoTold[];
  /** For an editor who wants to see it: with what is not published yet, and never skipped. */
  test?: boolean;
};

/**
 * The weekly issue as a mail to one person, under the reading rule of this moment: all-staff insights only. Skipped, with
 * the reason, when they want none, or when the week was quiet and nothing in it is theirs.
 */
export async function writeWeeklyMail({
  personId,
  subjectId,
  also = [],
  test = false,
}: Writing): Promise<MailWords | MailSkip> {
  const [issue] = await db
    .select({ monday: weeklyIssues.week })
    .from(weeklyIssues)
    .where(eq(weeklyIssues.id, subjectId));
  if (!issue) return { skip: "There is no such issue" };
  return weeklyMailTo({ personId, monday: issue.monday, also, test });
}

type Mail = { personId: string; monday: Day; also?: readonly AlsoTold[]; test?: boolean };

/** The same by its week. */
async function weeklyMailTo({
  personId,
  monday,
  also = [],
  test = false,
}: Mail): Promise<MailWords | MailSkip> {
  const [{ forAll, facts }, choice, { departmentWord }, token] = await Promise.all([
    findIssueForAll({ reader: { id: personId }, monday }),
    findWeeklyMailChoice(personId),
    findLibrarySettings(),
    signMailToken(personId),
  ]);
  if (choice.scope === "never" && !test) return { skip: "They want no weekly mail" };
  return weeklyMailWords({ forAll, facts, choice, also, token, word: departmentWord, test });
}
