import { and, eq, gte, type SQL, sql } from "drizzle-orm";
import type { Tx } from "#db/client.server.ts";
import { newId } from "#db/new-id.server.ts";
import { runTransaction } from "#db/run-transaction.server.ts";
import { events } from "#db/schema/events.server.ts";
import { insights } from "#db/schema/insights.server.ts";
import { weeklyIssues } from "#db/schema/weekly.server.ts";
import { recordEvent } from "../events/record-event.server.ts";
import { readableInSql } from "../insights/readable.server.ts";
import { allStaffRule } from "../insights/readable.ts";
import { isMailSetUp } from "../mail/mail-settings.server.ts";
import type { Day } from "../settings/calendar.ts";
import { findLibrarySettings } from "../settings/find-library-settings.server.ts";
import { closingOf } from "../settings/week-moment.ts";
import { queueWeeklyMails } from "./queue-weekly-mails.server.ts";

type Closing = { monday: Day; now?: Date };

/** A moment longer ago than this is history: nobody gets a mail about it. */
const mailedWithin = 3 * 24 * 60 * 60_000;

/**
 * Closes a week: from now on its insights stand as they stand, and its mails are asked for. Once, however many try at the
 * same time.
 */
export async function closeWeek({
  monday,
  now = new Date(),
}: Closing): Promise<{ outcome: "closed" | "already-closed" }> {
  const library = await findLibrarySettings();
  const moment = closingOf(monday, library);
  const isNews = now.getTime() - moment.getTime() < mailedWithin;
  return runTransaction(async (tx) => {
    await tx
      .insert(weeklyIssues)
      .values({ id: newId(), week: monday })
      .onConflictDoNothing({ target: weeklyIssues.week });
    const [issue] = await tx
      .select({ id: weeklyIssues.id, closedAt: weeklyIssues.closedAt })
      .from(weeklyIssues)
      .where(eq(weeklyIssues.week, monday))
      .for("update");
    if (!issue || issue.closedAt) return { outcome: "already-closed" };
    await tx
      .update(weeklyIssues)
      .set({ version: sql`${weeklyIssues.version} + 1`, ...closedAsOf({ monday, at: sql`now()` }) })
      .where(eq(weeklyIssues.id, issue.id));
    if (isNews && isMailSetUp() && !(await wasRestoredSince(tx, moment)))
      await queueWeeklyMails(tx, { issueId: issue.id, monday, library });
    await recordEvent(tx, { name: "issue.closed", actorId: null, subjectId: issue.id });
    return { outcome: "closed" };
  });
}

/** What is kept of a closed week: how it stood at that moment. */
export function closedAsOf({
  monday,
  at,
}: {
  monday: Day;
  at: SQL;
}): Record<"closedAt" | "closedUpTo" | "contents", SQL> {
  return {
    closedAt: at,
    closedUpTo: sql`(select coalesce(max(${insights.seq}), 0) from ${insights} where ${insights.postedAt} <= ${at})`,
    contents: sql`(
      select json_build_object('order', coalesce(json_agg(id order by heard_on desc, seq desc), '[]'),
        'questions', coalesce(json_agg(id) filter (where kind = 'question' and (answered_at is null or answered_at > ${at})), '[]'))
      from (select ${insights.id} as id, ${insights.heardOn} as heard_on, ${insights.seq} as seq,
          ${insights.kind} as kind, ${insights.answeredAt} as answered_at
        from ${insights} where ${insights.heardWeek} = ${monday} and ${insights.postedAt} <= ${at}
          and ${readableInSql(allStaffRule)}) heard)`,
  };
}

/** Whether the library came back from a backup after that moment: its mails may have gone out before, and nobody gets one twice. */
async function wasRestoredSince(tx: Tx, moment: Date): Promise<boolean> {
  const restored = await tx
    .select({ id: events.id })
    .from(events)
    .where(and(eq(events.name, "library.restored"), gte(events.at, moment)))
    .limit(1);
  return restored.length > 0;
}
