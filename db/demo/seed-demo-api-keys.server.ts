import type { Person } from "#app/people/person.ts";
import type { Tx } from "../client.server.ts";
import { newId } from "../new-id.server.ts";
import { apiKeys } from "../schema/people.server.ts";
import { demoApiKeys } from "./content/api-keys.ts";

const aDay = 86_400_000;

type Seeding = { colleagues: Map<string, Person>; now: Date };

/** Keys that no program has: what is kept of them is no digest of anything. Done twice it adds nothing. */
export async function seedDemoApiKeys(tx: Tx, { colleagues, now }: Seeding): Promise<void> {
  const daysAgo = (days: number | undefined) =>
    days === undefined ? null : new Date(now.getTime() - days * aDay);
  const idOf = (key: string) => {
    const id = colleagues.get(key)?.id;
    if (!id) throw new Error(`the demonstration has no ${key}`);
    return id;
  };
  const rows = demoApiKeys.map(({ name, person, madeBy, made, used, revoked }) => ({
    id: newId(),
    name,
    personId: idOf(person),
    keyHash: `of the demonstration: ${name}`,
    madeById: idOf(madeBy),
    createdAt: daysAgo(made) ?? now,
    lastUsedAt: daysAgo(used),
    revokedAt: daysAgo(revoked),
    revokedById: revoked === undefined ? null : idOf(madeBy),
  }));
  await tx.insert(apiKeys).values(rows).onConflictDoNothing();
}
