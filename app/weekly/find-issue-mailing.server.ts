import { sql } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { type Day, daysAfter } from "../settings/calendar.ts";
import { findLibrarySettings } from "../settings/find-library-settings.server.ts";
import { closingOf, latestToClose } from "../settings/week-moment.ts";

/** The latest issue that was sent by mail: how far its mails have come, and why some were not taken. */
type MailedIssue = {
  monday: Day;
  /** When the last of its mails was taken. */
  sentAt: Date | null;
  sent: number;
  waiting: number;
  failed: number;
  /** Handed over without an answer: it may have gone. */
  unknown: number;
  skipped: number;
  reasons: string[];
};

export type IssueMailing = {
  last: MailedIssue | null;
  /** The latest week that has been closed. */
  closed: Day | null;
  /** Since when a week waits to be closed whose moment has come. */
  overdueSince: Date | null;
  /** The library's moment for the next one. */
  next: Date;
};

/** How the weekly issue goes out: what became of the last one, and when the next is due. */
export async function findIssueMailing(now: Date): Promise<IssueMailing> {
  const library = await findLibrarySettings();
  const due = latestToClose(now, library);
  const [[state], [last]] = await Promise.all([
    db.execute<{ closed: Day | null; dueIsClosed: boolean; anything: boolean }>(sql`
      select max(week)::text as closed, coalesce(bool_or(week >= ${due}), false) as "dueIsClosed",
        exists (select from insights where posted_at < ${closingOf(due, library).toISOString()}) as anything
      from weekly_issues where closed_at is not null`),
    db.execute<Omit<MailedIssue, "sentAt"> & { sentAt: string | null }>(sql`
      with latest as (
        select i.id, i.week from weekly_issues i
        where exists (select from mails m where m.subject_id = i.id and m.purpose = 'weekly')
        order by i.week desc limit 1)
      select l.week::text as monday, max(m.sent_at) as "sentAt",
        count(*) filter (where m.state = 'sent')::int as sent,
        count(*) filter (where m.state in ('waiting', 'sending'))::int as waiting,
        count(*) filter (where m.state = 'failed')::int as failed,
        count(*) filter (where m.state = 'unknown')::int as unknown,
        count(*) filter (where m.state = 'skipped')::int as skipped,
        coalesce(array_agg(distinct m.last_error) filter (where m.state = 'failed' and m.last_error is not null), '{}')
          as reasons
      from latest l join mails m on m.subject_id = l.id and m.purpose = 'weekly' group by l.week`),
  ]);
  const isOverdue = state?.anything && !state.dueIsClosed;
  return {
    last: last ? { ...last, sentAt: last.sentAt ? new Date(last.sentAt) : null } : null,
    closed: state?.closed ?? null,
    overdueSince: isOverdue ? closingOf(due, library) : null,
    next: closingOf(daysAfter(due, 7), library),
  };
}
