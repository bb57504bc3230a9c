import { and, count, eq, gt, isNull, or, sql } from "drizzle-orm";
import type { Tx } from "#db/client.server.ts";
import { runTransaction } from "#db/run-transaction.server.ts";
import { apiKeys, people } from "#db/schema/people.server.ts";
import { recordEvent } from "../events/record-event.server.ts";
import { type ApiKeyDraft, type ApiKeyProblems, apiKeyLimits } from "./api-key.ts";
import { hashSecretToken, newSecretToken } from "./secret-token.server.ts";

type Making = {
  actorId: string;
  /** Given by the form, so that however often it is sent one key comes of it. */
  id: string;
  draft: ApiKeyDraft;
};

export type ApiKeyMade =
  | { outcome: "made"; key: string; name: string; person: string }
  | { outcome: "made-before" }
  | { outcome: "refused"; problems: ApiKeyProblems };

/** An administrator makes a key that acts as a colleague through the API. */
export function makeApiKey({ actorId, id, draft }: Making): Promise<ApiKeyMade> {
  return runTransaction<ApiKeyMade>(async (tx) => {
    // Held, so that twenty are not counted by two at once.
    const [person] = await tx
      .select({ id: people.id, name: people.name })
      .from(people)
      .where(and(eq(people.handle, draft.handle), isNull(people.disabledAt)))
      .for("no key update");
    if (!person) return { outcome: "refused", problems: { person: "Choose a colleague from the list" } };
    const [row] = await tx
      .select({ keys: count() })
      .from(apiKeys)
      .where(
        and(
          eq(apiKeys.personId, person.id),
          isNull(apiKeys.revokedAt),
          or(isNull(apiKeys.endsAt), gt(apiKeys.endsAt, sql`now()`)),
        ),
      );
    if ((row?.keys ?? 0) >= apiKeyLimits.keys) {
      const problem = `${person.name} has ${apiKeyLimits.keys} keys that are open: revoke one first`;
      return { outcome: "refused", problems: { person: problem } };
    }
    const { name, endsAt } = draft;
    const key = await addApiKey(tx, { id, personId: person.id, name, endsAt, actorId });
    return key ? { outcome: "made", key, name, person: person.name } : { outcome: "made-before" };
  });
}

type Adding = { id: string; personId: string; name: string; endsAt: Date | null; actorId: string | null };

/** Writes the key's hash and tells the key, this once; undefined when there is one with this id. */
export async function addApiKey(tx: Tx, { id, actorId, ...said }: Adding): Promise<string | undefined> {
  const key = `corridor_${newSecretToken()}`;
  const added = await tx
    .insert(apiKeys)
    .values({ id, ...said, madeById: actorId, keyHash: hashSecretToken(key) })
    .onConflictDoNothing({ target: apiKeys.id })
    .returning({ id: apiKeys.id });
  if (added.length === 0) return undefined;
  await recordEvent(tx, { name: "api-key.minted", actorId, subjectId: id });
  return key;
}
