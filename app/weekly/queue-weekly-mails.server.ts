import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.server.ts";
import { mails } from "#db/schema/mail.server.ts";
import { people } from "#db/schema/people.server.ts";
import { weeklyMailChoices } from "#db/schema/weekly.server.ts";
import type { MailPurpose } from "../mail/mail.ts";
import { type Day, daysAfter, instantAt } from "../settings/calendar.ts";
import type { LibrarySettings } from "../settings/library-settings.ts";
import { closingOf } from "../settings/week-moment.ts";

type Queueing = {
  issueId: string;
  monday: Day;
  library: Pick<LibrarySettings, "timeZone" | "weekMoment">;
};

const purpose: MailPurpose = "weekly";

/**
 * Puts one mail a person into the outbox, in the transaction that closes the week, each due at the library's moment or
 * on the day its reader chose. One a person and week, whatever is asked again.
 */
export async function queueWeeklyMails(tx: Tx, { issueId, monday, library }: Queueing): Promise<void> {
  const due = [1, 2, 3, 4, 5, 6, 7].map((day) => dueOn(day, monday, library).toISOString());
  const usual = closingOf(monday, library).toISOString();
  await tx.execute(sql`
    insert into ${mails} (id, person_id, purpose, subject_id, dedupe_key, next_try_at, created_at)
    select gen_random_uuid(), reader.id, ${purpose}, ${issueId}::uuid, 'weekly:' || ${monday} || ':' || reader.id, due, due
    from (
      select ${people.id} as id, coalesce(
        (array[${sql.join(
          due.map((at) => sql`${at}::timestamptz`),
          sql`, `,
        )}])[${weeklyMailChoices.day}],
        ${usual}::timestamptz) as due
      from ${people} left join ${weeklyMailChoices} on ${weeklyMailChoices.personId} = ${people.id}
      where ${people.disabledAt} is null and not ${people.demonstration}
        and coalesce(${weeklyMailChoices.scope}, 'whole') <> 'never'
    ) reader
    on conflict (dedupe_key) do nothing`);
}

/** The first such weekday at or after the moment at which the week is closed, at the same time of day. */
function dueOn(day: number, monday: Day, { timeZone, weekMoment }: Queueing["library"]): Date {
  const ahead = (day - weekMoment.day + 7) % 7;
  return instantAt(timeZone, {
    day: daysAfter(monday, 7 + weekMoment.day - 1 + ahead),
    time: weekMoment.time,
  });
}
