import { sql } from "drizzle-orm";
import { runTransaction } from "#db/run-transaction.server.ts";

/** Asks for what these people posted or heard too to be indexed again, and returns its ids: their name is another. */
export function touchInsightsOfPeople(personIds: readonly string[]): Promise<string[]> {
  return runTransaction(async (tx) => {
    const rows = await tx.execute<{ id: string }>(sql`
      with concerned as (
        select id from insights where author_id = any(${sql.param(personIds)}::uuid[])
        union
        select insight_id from corroborations where person_id = any(${sql.param(personIds)}::uuid[])
      ), locked as (
        select insight_id from insight_index_states
        where insight_id in (select id from concerned) order by insight_id for update
      )
      update insight_index_states set wanted = wanted + 1, changed_at = now()
      from locked where insight_index_states.insight_id = locked.insight_id
      returning insight_index_states.insight_id as id`);
    return rows.map(({ id }) => id);
  });
}
