import { sql } from "drizzle-orm";
import { log } from "#app/log.server.ts";
import { db } from "#db/client.server.ts";
import { isDatabaseUnavailable } from "#db/errors.server.ts";
import { indexInsights } from "./index-insights.server.ts";

const batchSize = 1_000;

type Draining = {
  /** Leaves out what changed within so many seconds: the jobs are seeing to that. */
  olderThanSeconds?: number;
};

/** Indexes all insights whose change is not yet confirmed, oldest first; stops when the engine cannot take them. */
export async function indexUnconfirmed(draining: Draining = {}): Promise<{ indexed: number; left: number }> {
  const refused = new Set<string>();
  let indexed = 0;
  for (;;) {
    const ids = await listUnconfirmed(draining.olderThanSeconds ?? 0, batchSize + refused.size);
    const batch = ids.filter((id) => !refused.has(id)).slice(0, batchSize);
    if (batch.length === 0) return { indexed, left: ids.length };
    const taken = await indexAllButRefused(batch, refused);
    if (taken === "later") return { indexed, left: ids.length };
    indexed += taken;
    // Fewer confirmed than sent: they changed while they were being indexed, and have jobs of their own.
    if (batch.length < batchSize) return { indexed, left: refused.size };
  }
}

/** One document the engine refuses must not hold up the others: halve the batch until it stands alone. */
async function indexAllButRefused(ids: readonly string[], refused: Set<string>): Promise<number | "later"> {
  try {
    return (await indexInsights(ids)) === "later" ? "later" : ids.length;
  } catch (error) {
    if (isDatabaseUnavailable(error)) throw error;
    if (ids.length === 1) {
      for (const id of ids) refused.add(id);
      log().error({ err: error, insightId: ids[0] }, "an insight could not be indexed");
      return 0;
    }
  }
  const middle = Math.ceil(ids.length / 2);
  const first = await indexAllButRefused(ids.slice(0, middle), refused);
  if (first === "later") return "later";
  const second = await indexAllButRefused(ids.slice(middle), refused);
  return second === "later" ? "later" : first + second;
}

async function listUnconfirmed(olderThanSeconds: number, limit: number): Promise<string[]> {
  const rows = await db.execute<{ id: string }>(sql`
    select insight_id as id from insight_index_states
    where confirmed is distinct from wanted
      and changed_at <= now() - make_interval(secs => ${olderThanSeconds})
    order by changed_at limit ${limit}`);
  return rows.map(({ id }) => id);
}
