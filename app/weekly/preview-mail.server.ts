import { eq } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { people } from "#db/schema/people.server.ts";
import { writeMail } from "../mail/write-mail.ts";
import { findLibrarySettings } from "../settings/find-library-settings.server.ts";
import { findIssueFacts } from "./find-issue-facts.server.ts";
import type { IssueForAll } from "./find-issue-for-all.server.ts";
import { usualChoice } from "./weekly-mail.ts";
import { weeklyMailWords } from "./weekly-mail-words.ts";

export type MailPreview = { text: string } | { unknown: true };

type Asked = { forAll: IssueForAll; handle: string; origin: string };

/**
 * The mail as a colleague would get it, with what the editor has not published yet. Whose departments they are everybody
 * may know; what somebody follows is nobody else's, and is not in it.
 */
export async function previewMail({ forAll, handle, origin }: Asked): Promise<MailPreview> {
  const [reader] = handle
    ? await db
        .select({ id: people.id })
        .from(people)
        .where(eq(people.handle, handle.replace(/^@/, "")))
    : [];
  if (handle && !reader) return { unknown: true };
  const { departmentWord: word } = await findLibrarySettings();
  const own = reader ? (await findIssueFacts({ person: reader, monday: forAll.issue.monday })).own : [];
  const facts = { own, followed: [] };
  const words = weeklyMailWords({
    forAll,
    facts,
    choice: usualChoice,
    also: [],
    token: "…",
    word,
    test: true,
  });
  return { text: "skip" in words ? words.skip : writeMail(words, origin).text };
}
