import { and, count, eq, isNull } from "drizzle-orm";
import { newId } from "#db/new-id.server.ts";
import { runTransaction } from "#db/run-transaction.server.ts";
import { feedKeys } from "#db/schema/feed-keys.server.ts";
import { recordEvent } from "../events/record-event.server.ts";
import { type FeedScope, feedKeyLimits } from "./feed-key.ts";
import { hashSecretToken, newSecretToken } from "./secret-token.server.ts";

type Making = { personId: string; name: string; scope: FeedScope };

/** Makes a key for the addresses of feeds; it is told once and kept as a hash. */
export function makeFeedKey({
  personId,
  name,
  scope,
}: Making): Promise<{ outcome: "made"; key: string } | { outcome: "too-many" }> {
  return runTransaction(async (tx) => {
    const [row] = await tx
      .select({ keys: count() })
      .from(feedKeys)
      .where(and(eq(feedKeys.personId, personId), isNull(feedKeys.revokedAt)));
    if ((row?.keys ?? 0) >= feedKeyLimits.keys) return { outcome: "too-many" };
    const id = newId();
    const key = newSecretToken();
    await tx.insert(feedKeys).values({ id, personId, name, scope, keyHash: hashSecretToken(key) });
    await recordEvent(tx, { name: "feed-key.made", actorId: personId, subjectId: id });
    return { outcome: "made", key };
  });
}
