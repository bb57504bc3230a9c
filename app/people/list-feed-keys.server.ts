import { and, desc, eq, isNull } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { feedKeys } from "#db/schema/feed-keys.server.ts";
import type { FeedKey } from "./feed-key.ts";

/** A person's keys that still open something, the newest first. */
export async function listFeedKeys(personId: string): Promise<FeedKey[]> {
  const { id, name, scope, createdAt, lastUsedAt } = feedKeys;
  const rows = await db
    .select({ id, name, scope, createdAt, lastUsedAt })
    .from(feedKeys)
    .where(and(eq(feedKeys.personId, personId), isNull(feedKeys.revokedAt)))
    .orderBy(desc(feedKeys.createdAt));
  return rows.map((row) => ({ ...row, scope: row.scope === "mine" ? "mine" : "staff" }));
}
