import { eq } from "drizzle-orm";
import { newId } from "#db/new-id.server.ts";
import { runTransaction } from "#db/run-transaction.server.ts";
import { weeklyIssues } from "#db/schema/weekly.server.ts";
import { recordEvent } from "../events/record-event.server.ts";
import { queueMails } from "../mail/queue-mails.server.ts";
import type { Day } from "../settings/calendar.ts";

/** Sends the issue as it stands to the editor who asks, once for each time the page was opened. */
export async function sendTestMail({
  personId,
  monday,
  key,
}: {
  personId: string;
  monday: Day;
  key: string;
}): Promise<void> {
  await runTransaction(async (tx) => {
    await tx
      .insert(weeklyIssues)
      .values({ id: newId(), week: monday, version: 0 })
      .onConflictDoNothing({ target: weeklyIssues.week });
    const [issue] = await tx
      .select({ id: weeklyIssues.id })
      .from(weeklyIssues)
      .where(eq(weeklyIssues.week, monday));
    if (!issue) return;
    const dedupeKey = `weekly-test:${personId}:${key}`;
    await queueMails(tx, [{ personId, purpose: "weekly-test", subjectId: issue.id, dedupeKey }]);
    await recordEvent(tx, { name: "issue.test-mailed", actorId: personId, subjectId: issue.id });
  });
}
