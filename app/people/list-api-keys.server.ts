import { desc, eq, type SQL, sql } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { apiKeys, people } from "#db/schema/people.server.ts";
import type { ApiKey, ApiKeyState } from "./api-key.ts";

const most = 500;

const state = sql<ApiKeyState>`case when ${apiKeys.revokedAt} is not null then 'revoked'
  when ${apiKeys.endsAt} <= now() then 'ended' when ${people.disabledAt} is not null then 'asleep' else 'open' end`;

const nameOf = (id: SQL) => sql<string | null>`(select coalesce(actor.own_name ->> 'name', actor.name)
  from ${people} actor where actor.id = ${id})`;

/** Every key there is or was, or those that act as somebody: what still opens something first, then the newest. */
export function listApiKeys({ personId }: { personId?: string } = {}): Promise<ApiKey[]> {
  const { id, name, createdAt, lastUsedAt, endsAt, revokedAt } = apiKeys;
  return db
    .select({
      id,
      name,
      person: {
        handle: people.handle,
        name: sql<string>`coalesce(${people.ownName} ->> 'name', ${people.name})`,
      },
      state,
      madeAt: createdAt,
      madeBy: nameOf(sql`${apiKeys.madeById}`),
      lastUsedAt,
      endsAt,
      revokedAt,
      revokedBy: nameOf(sql`${apiKeys.revokedById}`),
    })
    .from(apiKeys)
    .innerJoin(people, eq(people.id, apiKeys.personId))
    .where(personId ? eq(apiKeys.personId, personId) : undefined)
    .orderBy(sql`${state} not in ('open', 'asleep')`, desc(createdAt))
    .limit(most);
}
