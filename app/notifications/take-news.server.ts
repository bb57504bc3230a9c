import { and, eq, inArray, isNull, type SQL, sql } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { mails } from "#db/schema/mail.server.ts";
import { notifications } from "#db/schema/notifications.server.ts";
import { people, teams } from "#db/schema/people.server.ts";
import type { Reader } from "../insights/readable.ts";
import type { MailLine } from "../mail/mail.ts";
import { findChoices } from "./find-choices.server.ts";
import { newsLines } from "./news-lines.ts";
import { notificationKinds } from "./notification.ts";
import { selectNotifications } from "./select-notifications.server.ts";

/** Whoever changes how a kind comes is not sent all that was never read: no older than so many days. */
const daysBack = { daily: 3, weekly: 14 } as const;
const most = { listed: 12, taken: 500 } as const;

type Taking = {
  personId: string;
  /** What the mail is about: the issue, or the day's mail. */
  subjectId: string;
  delivery: keyof typeof daysBack;
};

/**
 * What a person is told together in one mail, a line each, the latest first. It is that mail's from now on: tried again it
 * says the same, less what was read meanwhile, and no other mail says it.
 */
export async function takeNews({ personId, subjectId, delivery }: Taking): Promise<MailLine[]> {
  const [reader] = await db
    .select({ id: people.id, team: { id: teams.id } })
    .from(people)
    .innerJoin(teams, eq(teams.id, people.teamId))
    .where(eq(people.id, personId));
  if (!reader) return [];
  await take(reader, { subjectId, delivery });
  const news = await selectNotifications({
    reader,
    where: and(eq(notifications.mailedWith, subjectId), isNull(notifications.readAt)),
    limit: most.taken,
    quoteCharacters: 140,
  });
  return newsLines(news, most.listed);
}

async function take(
  { id: personId }: Reader,
  { subjectId, delivery }: Pick<Taking, "subjectId" | "delivery">,
): Promise<void> {
  const choices = await findChoices(personId);
  const kinds = notificationKinds.filter((kind) => choices[kind] === delivery);
  if (kinds.length === 0) return;
  await db
    .update(notifications)
    .set({ mailedWith: subjectId })
    .where(
      and(
        eq(notifications.personId, personId),
        inArray(notifications.kind, kinds),
        isNull(notifications.readAt),
        isNull(notifications.mailedWith),
        sql`${notifications.createdAt} > now() - make_interval(days => ${daysBack[delivery]}::int)`,
        notMailedAlone,
      ),
    );
}

// One that went out by itself, before its kind was to come with others, is not said twice.
const notMailedAlone: SQL = sql`not exists (select from ${mails}
  where ${mails.personId} = ${notifications.personId} and ${mails.purpose} = 'notification'
    and ${mails.subjectId} = ${notifications.id} and ${mails.state} not in ('skipped', 'failed'))`;
