import { and, eq, inArray, isNull, like, max, sql } from "drizzle-orm";
import { recordEvent } from "#app/events/record-event.server.ts";
import { type Day, dayIn, daysBetween, mondayOf } from "#app/settings/calendar.ts";
import { findLibrarySettings } from "#app/settings/find-library-settings.server.ts";
import { db, type Tx } from "../client.server.ts";
import { runTransaction } from "../run-transaction.server.ts";
import { enquiries } from "../schema/enquiries.server.ts";
import {
  insightDepartments,
  insightIndexStates,
  insightRevisions,
  insights,
} from "../schema/insights.server.ts";
import { notifications } from "../schema/notifications.server.ts";
import { demoInsights } from "./content/all-insights.ts";
import { demoDates } from "./demo-dates.ts";
import { redateDemoTalk } from "./redate-demo-talk.server.ts";
import { seedDemoIssues } from "./seed-demo-issues.server.ts";

/**
 * Dates the demonstration's insights anew, counted back from `now`, once nothing of it is in the present week any more:
 * opened again after a while, the library has something to say. What people posted or corrected stays where it is.
 * Returns how many insights were moved.
 */
export async function bringDemoForward({ now = new Date() }: { now?: Date } = {}): Promise<number> {
  const { demonstration, timeZone } = await findLibrarySettings();
  const [{ newest = null } = {}] = await db
    .select({ newest: max(insights.heardOn) })
    .from(insights)
    .where(eq(insights.source, "demo"));
  if (!demonstration || !newest || newest >= mondayOf(dayIn(timeZone, now))) return 0;

  return runTransaction(async (tx) => {
    const moved = await redate(tx, { now, timeZone });
    if (moved.length === 0) return 0;
    const ofInsight = sql`(select heard_on from insights where insights.id = insight_id)`;
    await tx
      .update(insightDepartments)
      .set({ heardOn: ofInsight })
      .where(inArray(insightDepartments.insightId, moved));
    await tx
      .update(insightRevisions)
      .set({ heardOn: ofInsight })
      .where(inArray(insightRevisions.insightId, moved));
    await tx
      .update(insightIndexStates)
      .set({ wanted: sql`${insightIndexStates.wanted} + 1`, changedAt: sql`now()` })
      .where(inArray(insightIndexStates.insightId, moved));
    const postedAt = sql`(select posted_at from insights where insights.id = insight_id)`;
    await tx
      .update(notifications)
      .set({ createdAt: postedAt, readAt: sql`case when read_at is not null then ${postedAt} end` })
      .where(
        and(
          inArray(notifications.insightId, moved),
          isNull(notifications.commentId),
          inArray(notifications.kind, ["mention", "question"]),
        ),
      );
    await bringEnquiriesForward(tx, dayIn(timeZone, now));
    await redateDemoTalk(tx, { moved, now, timeZone });
    await seedDemoIssues(tx, { now });
    await recordEvent(tx, { name: "demonstration.brought-forward", actorId: null, subjectId: null });
    return moved.length;
  });
}

/** Only first versions: whoever corrected one has said when it was heard. */
async function redate(tx: Tx, { now, timeZone }: { now: Date; timeZone: string }): Promise<string[]> {
  const dated = demoInsights.map((insight) => {
    const { heardOn, postedAt } = demoDates(insight, { now, timeZone });
    const postedWeek = mondayOf(dayIn(timeZone, postedAt));
    return { key: `demo-${insight.key}`, heardOn, postedAt: postedAt.toISOString(), postedWeek };
  });
  const rows = await tx.execute<{ id: string }>(sql`
    update insights
    set heard_on = dated."heardOn", posted_at = dated."postedAt", posted_week = dated."postedWeek"
    from json_to_recordset(${JSON.stringify(dated)}::json)
      as dated(key text, "heardOn" date, "postedAt" timestamptz, "postedWeek" date)
    where insights.idempotency_key = dated.key and insights.source = 'demo' and insights.version = 1
    returning insights.id`);
  return rows.map(({ id }) => id);
}

/** Whole weeks later, all of them: a count of a Monday stays one. What people counted themselves stays. */
async function bringEnquiriesForward(tx: Tx, today: Day): Promise<void> {
  const ofDemo = and(like(enquiries.idempotencyKey, "demo-%"), isNull(enquiries.importId));
  const [{ newest = null } = {}] = await tx
    .select({ newest: max(enquiries.askedOn) })
    .from(enquiries)
    .where(ofDemo);
  const days = newest ? Math.floor(daysBetween(newest, today) / 7) * 7 : 0;
  if (days <= 0) return;
  await tx
    .update(enquiries)
    .set({
      askedOn: sql`${enquiries.askedOn} + ${days}::int`,
      loggedAt: sql`${enquiries.loggedAt} + make_interval(days => ${days}::int)`,
    })
    .where(ofDemo);
}
