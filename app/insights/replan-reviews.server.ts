import { sql } from "drizzle-orm";
import { runTransaction } from "#db/run-transaction.server.ts";
import { findLibrarySettings, forgetLibrarySettings } from "../settings/find-library-settings.server.ts";
import { reviewAges } from "./review-age.ts";

const batch = 1_000;

/**
 * Sets the review day of every insight by the ages in force now, a batch in a transaction, those that differ alone.
 * Interrupted, it goes on where work is left. Returns the ids whose day changed, for the search index.
 */
export async function replanReviews(): Promise<string[]> {
  forgetLibrarySettings();
  const { reviewMonths, timeZone } = await findLibrarySettings();
  const ages = JSON.stringify(reviewAges(reviewMonths));
  const changed: string[] = [];
  for (;;) {
    const ids = await replanBatch(ages, timeZone);
    changed.push(...ids);
    if (ids.length < batch) return changed;
  }
}

function replanBatch(ages: string, timeZone: string): Promise<string[]> {
  return runTransaction(async (tx) => {
    const rows = await tx.execute<{ id: string }>(sql`
      with planned as (
        select id, (greatest(heard_on, (confirmed_true_at at time zone ${timeZone})::date)
          + make_interval(months => (${ages}::jsonb ->> kind::text)::int))::date as day
        from insights where kind <> 'question'
      ), next as (
        select insights.id, planned.day from insights join planned using (id)
        where insights.review_on is distinct from planned.day limit ${batch}
      ), changed as (
        update insights set review_on = next.day, review_asked_at = null
        from next where insights.id = next.id returning insights.id
      )
      update insight_index_states set wanted = wanted + 1, changed_at = now()
      from changed where insight_id = changed.id returning insight_id as id`);
    return rows.map(({ id }) => id);
  });
}
