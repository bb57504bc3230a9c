import { and, eq, gt, isNull, or, type SQL, sql } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { preparedQuery } from "#db/prepared-query.server.ts";
import { apiKeys, people, teams } from "#db/schema/people.server.ts";
import { timePassed } from "../events/time-passed.ts";
import type { KeyHeld } from "./hold-api-key.server.ts";
import type { Person } from "./person.ts";
import { personColumns } from "./person-columns.server.ts";
import { hashSecretToken } from "./secret-token.server.ts";

const kept = { milliseconds: 60_000, most: 1_000 } as const;

/** Whom keys acted as within the last minute, by their hash. */
const seen = new Map<string, { person: Person; until: number }>();

/** What is true of a key that opens. */
export function keyOpens(): SQL | undefined {
  return and(
    isNull(apiKeys.revokedAt),
    or(isNull(apiKeys.endsAt), gt(apiKeys.endsAt, sql`now()`)),
    isNull(people.disabledAt),
  );
}

const findKey = preparedQuery((db) =>
  db
    .select({
      keyId: apiKeys.id,
      stale: sql<boolean>`coalesce(${apiKeys.lastUsedAt} < now() - interval '1 hour', true)`,
      ...personColumns,
    })
    .from(apiKeys)
    .innerJoin(people, eq(people.id, apiKeys.personId))
    .innerJoin(teams, eq(teams.id, people.teamId))
    .where(and(eq(apiKeys.keyHash, sql.placeholder("hash")), keyOpens()))
    .prepare("api key"),
);

/** Whom a key acts as; undefined when it was never minted, has ended or is revoked, or its person is disabled. */
export async function findApiKeyPerson(key: string): Promise<Person | undefined> {
  const hash = hashSecretToken(key);
  const [row] = await findKey({ hash });
  seen.delete(hash);
  if (!row) return undefined;
  const { keyId, stale, ...person } = row;
  if (stale) await db.update(apiKeys).set({ lastUsedAt: sql`now()` }).where(eq(apiKeys.id, keyId));
  if (seen.size >= kept.most) seen.clear();
  seen.set(hash, { person, until: timePassed() + kept.milliseconds });
  return person;
}

/**
 * Whom a key acted as a moment ago, for whoever lets nothing happen unless the database says in the same statement that it
 * still does (`keyHeld`). For a minute only, as the key's last use is noted when it is looked up.
 */
export function expectApiKeyPerson(key: string): KeyHeld | undefined {
  const hash = hashSecretToken(key);
  const known = seen.get(hash);
  return known && known.until > timePassed() ? { hash, person: known.person } : undefined;
}
