import { and, eq, inArray, isNull, min, notInArray, or, sql } from "drizzle-orm";
import { type Day, dayIn, daysAfter, mondayOf } from "#app/settings/calendar.ts";
import { findLibrarySettings } from "#app/settings/find-library-settings.server.ts";
import type { LibrarySettings } from "#app/settings/library-settings.ts";
import { closingOf, latestToClose } from "#app/settings/week-moment.ts";
import { closedAsOf } from "#app/weekly/close-week.server.ts";
import type { Tx } from "../client.server.ts";
import { newId } from "../new-id.server.ts";
import { insights } from "../schema/insights.server.ts";
import { people } from "../schema/people.server.ts";
import { issuePicks, weeklyIssues } from "../schema/weekly.server.ts";
import { type DemoIssue, demoIssues } from "./content/issues.ts";

/**
 * The demonstration's weeks, closed at the moments at which they would have been, and what its editor added to the latest
 * three. Filled anew when its insights are dated anew; what somebody else edited stays.
 */
export async function seedDemoIssues(tx: Tx, { now }: { now: Date }): Promise<void> {
  const library = await findLibrarySettings();
  await takeAway(tx);
  const thisMonday = mondayOf(dayIn(library.timeZone, now));
  for (const issue of demoIssues)
    await addEdited(tx, { issue, monday: daysAfter(thisMonday, -7 * issue.weeksAgo), now });
  await closePast(tx, { library, now });
}

/** Issues nobody but the demonstration's people has had in hand. */
async function takeAway(tx: Tx): Promise<void> {
  const colleagues = tx.select({ id: people.id }).from(people).where(eq(people.demonstration, true));
  const others = tx
    .select({ id: issuePicks.issueId })
    .from(issuePicks)
    .where(notInArray(issuePicks.pickedBy, colleagues));
  const own = tx
    .select({ id: weeklyIssues.id })
    .from(weeklyIssues)
    .where(
      and(
        or(isNull(weeklyIssues.editedAt), inArray(weeklyIssues.approvedBy, colleagues)),
        notInArray(weeklyIssues.id, others),
      ),
    );
  const going = (await own).map(({ id }) => id);
  if (going.length === 0) return;
  await tx.delete(issuePicks).where(inArray(issuePicks.issueId, going));
  await tx.delete(weeklyIssues).where(inArray(weeklyIssues.id, going));
}

type Adding = { issue: DemoIssue; monday: Day; now: Date };

async function addEdited(tx: Tx, { issue, monday, now }: Adding): Promise<void> {
  const { by, lead, minute, prompt, picks } = issue;
  const keys = [...picks.map(([key]) => key), ...(minute ?? []).flatMap(([, ...sources]) => sources)];
  const rows = await tx
    .select({ id: insights.id, key: insights.idempotencyKey, version: insights.version })
    .from(insights)
    .where(
      and(
        eq(insights.source, "demo"),
        inArray(
          insights.idempotencyKey,
          keys.map((key) => `demo-${key}`),
        ),
      ),
    );
  const found = new Map(rows.map(({ key, ...insight }) => [key, insight]));
  const [editor] = await tx.select({ id: people.id }).from(people).where(eq(people.handle, by));
  // Whoever corrected or took away one of them has a library of their own by now.
  if (!editor || keys.some((key) => !found.has(`demo-${key}`))) return;
  const known = (key: string) => found.get(`demo-${key}`) ?? { id: "", version: 0 };
  const approvedAt = new Date(Math.min(now.getTime(), Date.parse(`${daysAfter(monday, 4)}T16:00:00Z`)));
  const lines = minute?.map(([text, ...sources]) => ({
    text,
    sources: sources.map((key) => known(key).id),
    versions: sources.map((key) => known(key).version),
  }));
  const [kept] = await tx
    .insert(weeklyIssues)
    .values({
      id: newId(),
      week: monday,
      version: 2,
      lead,
      minute: lines ?? null,
      prompt,
      editedAt: approvedAt,
      approvedAt,
      approvedBy: editor.id,
    })
    .onConflictDoNothing()
    .returning({ id: weeklyIssues.id });
  if (!kept) return;
  await tx.insert(issuePicks).values(
    picks.map(([key, sentence], position) => ({
      issueId: kept.id,
      insightId: known(key).id,
      position,
      sentence,
      pickedBy: editor.id,
      pickedAt: approvedAt,
    })),
  );
}

async function closePast(tx: Tx, { library, now }: { library: LibrarySettings; now: Date }): Promise<void> {
  const [{ first = null } = {}] = await tx.select({ first: min(insights.heardWeek) }).from(insights);
  for (let monday = latestToClose(now, library); first && monday >= first; monday = daysAfter(monday, -7)) {
    const at = sql`${closingOf(monday, library).toISOString()}::timestamptz`;
    await tx.insert(weeklyIssues).values({ id: newId(), week: monday, version: 1 }).onConflictDoNothing();
    await tx
      .update(weeklyIssues)
      .set(closedAsOf({ monday, at }))
      .where(and(eq(weeklyIssues.week, monday), isNull(weeklyIssues.closedAt)));
  }
}
