import { sql } from "drizzle-orm";
import { log } from "#app/log.server.ts";
import { db } from "#db/client.server.ts";
import { findIndexDamage, type IndexDifference } from "./compare-index.server.ts";
import { indexInsights } from "./index-insights.server.ts";
import { indexUnconfirmed } from "./index-unconfirmed.server.ts";

const batchSize = 1_000;

/** Repairs whatever the index holds otherwise than PostgreSQL says; answers with what was wrong. */
export async function reconcileIndex(): Promise<IndexDifference | undefined> {
  const damage = await findIndexDamage();
  if (!damage) return undefined;
  const { damaged, strangers, ...difference } = damage;
  await db.execute(sql`
    update insight_index_states set confirmed = null
    where insight_id = any(${sql.param(damaged)}::uuid[])`);
  for (let at = 0; at < strangers.length; at += batchSize) {
    await indexInsights(strangers.slice(at, at + batchSize));
  }
  await indexUnconfirmed();
  log().info(difference, "the search index was compared with the database");
  return difference;
}
