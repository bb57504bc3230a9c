import { and, isNotNull, sql } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { insights } from "#db/schema/insights.server.ts";

export type KeyCounter = (keys: readonly string[]) => Promise<{ posted: number; alreadyThere: number }>;

/** Tells keys never used from those used before, in the library or earlier in the same file. */
export function keyCounter(): KeyCounter {
  const seen = new Set<string>();
  return async (keys) => {
    const used = await listUsed(keys);
    let posted = 0;
    for (const key of keys) {
      if (used.has(key) || seen.has(key)) continue;
      seen.add(key);
      posted += 1;
    }
    return { posted, alreadyThere: keys.length - posted };
  };
}

async function listUsed(keys: readonly string[]): Promise<Set<string>> {
  if (keys.length === 0) return new Set();
  const rows = await db
    .select({ key: insights.idempotencyKey })
    .from(insights)
    .where(
      and(
        isNotNull(insights.importId),
        sql`${insights.idempotencyKey} = any(${sql.param([...keys])}::text[])`,
      ),
    );
  return new Set(rows.map(({ key }) => key));
}
