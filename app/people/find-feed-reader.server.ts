import { and, eq, isNull, sql } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { feedKeys } from "#db/schema/feed-keys.server.ts";
import { people, teams } from "#db/schema/people.server.ts";
import type { FeedReader } from "./feed-key.ts";
import { personColumns } from "./person-columns.server.ts";
import { hashSecretToken } from "./secret-token.server.ts";

/** Whom a feed's key reads as; undefined when it was never made or is revoked, or its person is disabled. */
export async function findFeedReader(key: string): Promise<FeedReader | undefined> {
  if (!/^[\w-]{43}$/.test(key)) return undefined;
  const [row] = await db
    .select({
      keyId: feedKeys.id,
      scope: feedKeys.scope,
      stale: sql<boolean>`coalesce(${feedKeys.lastUsedAt} < now() - interval '1 hour', true)`,
      ...personColumns,
    })
    .from(feedKeys)
    .innerJoin(people, eq(people.id, feedKeys.personId))
    .innerJoin(teams, eq(teams.id, people.teamId))
    .where(
      and(eq(feedKeys.keyHash, hashSecretToken(key)), isNull(feedKeys.revokedAt), isNull(people.disabledAt)),
    );
  if (!row) return undefined;
  const { keyId, stale, scope, ...person } = row;
  if (stale) await db.update(feedKeys).set({ lastUsedAt: sql`now()` }).where(eq(feedKeys.id, keyId));
  return { person, scope: scope === "mine" ? "mine" : "staff" };
}
