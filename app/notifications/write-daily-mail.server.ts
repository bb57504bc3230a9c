import type { MailSkip, MailWords } from "../mail/mail.ts";
import { takeNews } from "./take-news.server.ts";

/** What a person is told once a day, in one mail; none when all of it was read before. */
export async function writeDailyMail(mail: {
  personId: string;
  subjectId: string;
}): Promise<MailWords | MailSkip> {
  const news = await takeNews({ ...mail, delivery: "daily" });
  if (news.length === 0) return { skip: "Read already, or no longer theirs to read" };
  return {
    subject: `${news.length === 1 ? "One thing" : `${news.length} things`} you were told in Corridor`,
    blocks: [
      { says: "Since yesterday, in Corridor:" },
      ...news.map(({ words, leadsTo }) => ({ item: words, leadsTo })),
      { label: "Open your notifications", leadsTo: "/notifications" },
    ],
    foot: [
      { says: "Corridor sends you this once a day, when there is something, because you chose it." },
      { label: "Change what you are told, and how", leadsTo: "/me/notifications" },
    ],
  };
}
