import { sql } from "drizzle-orm";
import { runTransaction } from "#db/run-transaction.server.ts";
import { insights } from "#db/schema/insights.server.ts";
import { recordEvent } from "../events/record-event.server.ts";
import { dayIn } from "../settings/calendar.ts";
import { findLibrarySettings } from "../settings/find-library-settings.server.ts";

/** So many of one author's a day, the oldest first: whoever takes over three hundred is not buried in them. */
const mostADay = 5;

/** Asks about insights whose review day has come, each once. Returns how many were asked about. */
export async function askStillTrue({ signal }: { signal?: AbortSignal } = {}): Promise<number> {
  signal?.throwIfAborted();
  const { timeZone } = await findLibrarySettings();
  const today = dayIn(timeZone, new Date());
  return runTransaction(async (tx) => {
    // One process asks at a time; another finds them asked.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('insight.review-asked'))`);
    const asked = await tx
      .update(insights)
      .set({ reviewAskedAt: sql`now()` })
      .where(sql`${insights.id} in (${dueToday(today, timeZone)})`)
      .returning({ id: insights.id });
    for (const { id } of asked) {
      await recordEvent(tx, { name: "insight.review-asked", actorId: null, subjectId: id });
    }
    return asked.length;
  });
}

function dueToday(today: string, timeZone: string) {
  return sql`
    select id from (
      select due.id, row_number() over (partition by due.author_id order by due.review_on, due.seq) as place,
        (select count(*) from insights asked where asked.author_id = due.author_id
          and asked.review_asked_at >= (${today}::date)::timestamp at time zone ${timeZone}) as already
      from insights due
      where due.review_on <= ${today} and due.review_asked_at is null and due.withdrawn_at is null
        and due.hidden_at is null and due.superseded_by_id is null
    ) ranked where place + already <= ${mostADay}`;
}
