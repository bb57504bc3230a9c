import { eq, sql } from "drizzle-orm";
import { runTransaction } from "#db/run-transaction.server.ts";
import { apiKeys } from "#db/schema/people.server.ts";
import { recordEvent } from "../events/record-event.server.ts";
import { namesKey } from "./api-key.ts";

type Revoking = {
  id: string;
  /** Nobody at the terminal. */
  actorId: string | null;
  /** Where one may end only what acts as oneself. */
  ownerId?: string;
  /** The key's name as it was typed to be sure; the terminal asks for none. */
  typed?: string;
};

export type Revoked = { outcome: "revoked" | "revoked-before" | "not-there" | "name-differs" };

/** Ends a key for good: the next call that brings it is refused. */
export function revokeApiKey({ id, actorId, ownerId, typed }: Revoking): Promise<Revoked> {
  return runTransaction<Revoked>(async (tx) => {
    const [key] = await tx.select().from(apiKeys).where(eq(apiKeys.id, id)).for("update");
    if (!key || (ownerId && key.personId !== ownerId)) return { outcome: "not-there" };
    if (key.revokedAt) return { outcome: "revoked-before" };
    if (typed !== undefined && !namesKey(typed, key.name)) return { outcome: "name-differs" };
    await tx.update(apiKeys).set({ revokedAt: sql`now()`, revokedById: actorId }).where(eq(apiKeys.id, id));
    await recordEvent(tx, { name: "api-key.revoked", actorId, subjectId: id });
    return { outcome: "revoked" };
  });
}
