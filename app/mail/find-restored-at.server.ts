import { eq, sql } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { settings } from "#db/schema/settings.server.ts";

/** When this library came back from a backup, in milliseconds; long ago for one that never did. */
export async function findRestoredAt(): Promise<number> {
  const [row] = await db
    .select({ at: sql<string>`${settings.value} #>> '{}'` })
    .from(settings)
    .where(eq(settings.key, "restored-at"));
  return row ? new Date(row.at).getTime() : 0;
}
