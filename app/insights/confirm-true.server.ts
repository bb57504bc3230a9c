import { eq, sql } from "drizzle-orm";
import { runTransaction } from "#db/run-transaction.server.ts";
import { insights } from "#db/schema/insights.server.ts";
import { recordEvent } from "../events/record-event.server.ts";
import { dayIn } from "../settings/calendar.ts";
import { findLibrarySettings } from "../settings/find-library-settings.server.ts";
import { canConfirm } from "./check-policy.ts";
import { lockChecked } from "./lock-checked.server.ts";
import type { JudgedOutcome } from "./lock-insight.server.ts";
import { reviewAges, reviewDay } from "./review-age.ts";
import type { Turn } from "./turn-insight.server.ts";
import { markForIndexing } from "./write-insight-words.server.ts";

/** "Still true": nobody is asked again until its review age has passed from today. */
export async function confirmTrue({ person, id }: Turn): Promise<JudgedOutcome> {
  const { timeZone, reviewMonths } = await findLibrarySettings();
  const from = dayIn(timeZone, new Date());
  return runTransaction<JudgedOutcome>(async (tx) => {
    const [insight] = await lockChecked(tx, { ids: [id], personId: person.id });
    if (!insight || !canConfirm(person, insight)) return { outcome: "not-possible" };
    await tx
      .update(insights)
      .set({
        confirmedTrueAt: sql`now()`,
        confirmedTrueBy: person.id,
        reviewOn: reviewDay({ kind: insight.kind, from, ages: reviewAges(reviewMonths) }),
        reviewAskedAt: null,
      })
      .where(eq(insights.id, id));
    await markForIndexing(tx, id);
    await recordEvent(tx, { name: "insight.confirmed-true", actorId: person.id, subjectId: id });
    return { outcome: "done" };
  });
}
