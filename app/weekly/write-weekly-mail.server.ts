import { eq } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { weeklyIssues } from "#db/schema/weekly.server.ts";
import type { MailSkip, MailWords } from "../mail/mail.ts";
import { signMailToken } from "../mail/mail-token.server.ts";
import type { Day } from "../settings/calendar.ts";
import { findLibrarySettings } from "../settings/find-library-settings.server.ts";
import { findIssueForAll } from "./find-issue-for-all.server.ts";
import { findWeeklyMailChoice } from "./find-weekly-mail-choice.server.ts";
import { weeklyMailWords } from "./weekly-mail-words.ts";

/** What else a person is told with the issue: a line each, and where it leads. All of it for all staff. */
type MailNews = readonly { words: string; leadsTo: string }[];

type Writing = {
  personId: string;
  /** The issue's. */
  subjectId: string;
  news?: MailNews;
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
  news = [],
  test = false,
}: Writing): Promise<MailWords | MailSkip> {
  const [issue] = await db
    .select({ monday: weeklyIssues.week })
    .from(weeklyIssues)
    .where(eq(weeklyIssues.id, subjectId));
  if (!issue) return { skip: "There is no such issue" };
  return weeklyMailTo({ personId, monday: issue.monday, news, test });
}

type Mail = { personId: string; monday: Day; news?: MailNews; test?: boolean };

/** The same by its week. */
async function weeklyMailTo({
  personId,
  monday,
  news = [],
  test = false,
}: Mail): Promise<MailWords | MailSkip> {
  const [{ forAll, facts }, { scope }, { departmentWord }, token] = await Promise.all([
    findIssueForAll({ reader: { id: personId }, monday }),
    findWeeklyMailChoice(personId),
    findLibrarySettings(),
    signMailToken(personId),
  ]);
  if (scope === "never" && !test) return { skip: "They want no weekly mail" };
  return weeklyMailWords({ forAll, facts, scope, news, token, word: departmentWord, test });
}
