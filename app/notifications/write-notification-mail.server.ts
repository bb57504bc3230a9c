import { and, eq, isNull } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { notifications } from "#db/schema/notifications.server.ts";
import { people, teams } from "#db/schema/people.server.ts";
import type { MailBlock, MailSkip, MailWords } from "../mail/mail.ts";
import { findChoices } from "./find-choices.server.ts";
import { mailedWords } from "./news-lines.ts";
import { newsSubject } from "./notification.ts";
import { addressOf } from "./notification-data.ts";
import { selectNotifications } from "./select-notifications.server.ts";

const quoteCharacters = 600;

/**
 * What a mail about one notification says, under the reading rule of this moment. Of what only a team or its author may
 * read it says that something happened, and where: nothing of the text, not even what it is about.
 */
export async function writeNotificationMail({
  personId,
  subjectId,
}: {
  personId: string;
  subjectId: string;
}): Promise<MailWords | MailSkip> {
  const [[person], choices] = await Promise.all([
    db
      .select({ id: people.id, team: { id: teams.id } })
      .from(people)
      .innerJoin(teams, eq(teams.id, people.teamId))
      .where(eq(people.id, personId)),
    findChoices(personId),
  ]);
  if (!person) return { skip: "Nobody here to read it" };
  const [news] = await selectNotifications({
    reader: person,
    where: and(eq(notifications.id, subjectId), isNull(notifications.readAt)),
    limit: 1,
    quoteCharacters,
  });
  if (!news) return { skip: "Read already, or no longer theirs to read" };
  if (choices[news.kind] !== "mail") return { skip: "They no longer want it by mail" };
  const forAll = news.visibility === "staff";
  const blocks: MailBlock[] = [
    { says: `${mailedWords(news)}${forAll && news.about ? `, about ${news.about}` : ""}.` },
  ];
  if (forAll && news.words) blocks.push({ quotes: news.words });
  if (forAll) blocks.push({ quotes: news.quote });
  if (!forAll) blocks.push({ says: "Not all staff may read this, so its text is not in this mail." });
  blocks.push({ label: "Open it in Corridor", leadsTo: addressOf(news) });
  return {
    subject: newsSubject(news),
    blocks,
    foot: [
      { says: "Corridor sends you this because you chose to be told by mail, or have not chosen yet." },
      { label: "Change what you are told, and how", leadsTo: "/me/notifications" },
    ],
  };
}
