import { eq, sql } from "drizzle-orm";
import type { Tx } from "#db/client.server.ts";
import { comments } from "#db/schema/comments.server.ts";
import { insights } from "#db/schema/insights.server.ts";

/** Writes into the insight's row how many comments everybody sees. The caller holds the row's lock. */
export async function recountComments(tx: Tx, insightId: string): Promise<void> {
  await tx
    .update(insights)
    .set({
      comments: sql`(select count(*) from ${comments} where ${comments.insightId} = ${insightId}
        and ${comments.withdrawnAt} is null and ${comments.hiddenAt} is null)`,
    })
    .where(eq(insights.id, insightId));
}
