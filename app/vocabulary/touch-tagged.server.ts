import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.server.ts";

/**
 * Marks what has this tag for the index, inside the transaction that changes the tag: until the engine has confirmed
 * them, such insights are found in PostgreSQL, so that no search in between is wrong.
 */
export async function touchTagged(tx: Tx, tagId: string): Promise<void> {
  await tx.execute(sql`
    with tagged as (
      select states.insight_id from insight_index_states states
      where states.insight_id in (select insight_id from insight_tags where tag_id = ${tagId}::uuid)
      order by 1 for update
    )
    update insight_index_states set wanted = wanted + 1, changed_at = now()
    from tagged where insight_index_states.insight_id = tagged.insight_id`);
}
