import { inArray } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { apiKeys } from "#db/schema/people.server.ts";
import type { Candidate } from "./candidate.ts";
import { entriesNamed, type LedgerEntry } from "./ledger-entry.server.ts";

/** Whoever an API key acts as, when somebody else makes it or revokes it. */
export async function toldOfApiKeys(ledger: readonly LedgerEntry[]): Promise<Candidate[]> {
  const { entries, subjectIds } = entriesNamed(ledger, ["api-key.minted", "api-key.revoked"]);
  if (entries.length === 0) return [];
  const { id, personId } = apiKeys;
  const keys = await db.select({ id, personId }).from(apiKeys).where(inArray(id, subjectIds));
  const personOf = new Map(keys.map((key) => [key.id, key.personId]));
  return entries.flatMap(({ name, actorId, subjectId, at }) => {
    const personId = personOf.get(subjectId);
    if (!personId) return [];
    return {
      kind: "api-key" as const,
      personId,
      actorId,
      insightId: null,
      commentId: null,
      apiKeyId: subjectId,
      dedupeKey: `${name}:${subjectId}`,
      at,
      past: false,
    };
  });
}
