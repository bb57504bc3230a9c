import { and, eq, gt, isNull, or, sql } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { preparedQuery } from "#db/prepared-query.server.ts";
import { apiKeys, people, teams } from "#db/schema/people.server.ts";
import type { Person } from "./person.ts";
import { personColumns } from "./person-columns.server.ts";
import { hashSecretToken } from "./secret-token.server.ts";

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
    .where(
      and(
        eq(apiKeys.keyHash, sql.placeholder("hash")),
        isNull(apiKeys.revokedAt),
        or(isNull(apiKeys.endsAt), gt(apiKeys.endsAt, sql`now()`)),
        isNull(people.disabledAt),
      ),
    )
    .prepare("api key"),
);

/** Whom a key acts as; undefined when it was never minted, has ended or is revoked, or its person is disabled. */
export async function findApiKeyPerson(key: string): Promise<Person | undefined> {
  const [row] = await findKey({ hash: hashSecretToken(key) });
  if (!row) return undefined;
  const { keyId, stale, ...person } = row;
  if (stale) await db.update(apiKeys).set({ lastUsedAt: sql`now()` }).where(eq(apiKeys.id, keyId));
  return person;
}
