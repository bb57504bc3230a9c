import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.server.ts";
import { follows } from "#db/schema/follows.server.ts";
import { weeklyMailTopics } from "#db/schema/weekly.server.ts";
import { touchTagged } from "./touch-tagged.server.ts";

/** What had one tag has another from now on: insights, whoever follows it, whoever has it at the top of their weekly mail. */
export async function moveUses(
  tx: Tx,
  { fromId, intoId }: { fromId: string; intoId: string },
): Promise<void> {
  await touchTagged(tx, fromId);
  await tx.execute(sql`
    insert into insight_tags (insight_id, tag_id)
    select insight_id, ${intoId}::uuid from insight_tags where tag_id = ${fromId}::uuid
    on conflict do nothing`);
  await tx.execute(sql`delete from insight_tags where tag_id = ${fromId}::uuid`);
  for (const table of [follows, weeklyMailTopics]) {
    await tx.execute(sql`
      insert into ${table} (id, person_id, tag_id)
      select gen_random_uuid(), person_id, ${intoId}::uuid from ${table} where tag_id = ${fromId}::uuid
      on conflict do nothing`);
  }
}
