import { and, eq, isNull, sql } from "drizzle-orm";
import type { Tx } from "#db/client.server.ts";
import { newId } from "#db/new-id.server.ts";
import { personLinks } from "#db/schema/people.server.ts";
import { type LinkKind, linkHours } from "./person-link.ts";
import { hashSecretToken, newSecretToken } from "./secret-token.server.ts";

/** Makes a link that can be used once and takes the place of any before it; its secret is kept nowhere here. */
export async function makeLink(
  tx: Tx,
  { personId, kind }: { personId: string; kind: LinkKind },
): Promise<string> {
  await spendLinks(tx, personId);
  const token = newSecretToken();
  await tx.insert(personLinks).values({
    id: newId(),
    personId,
    kind,
    tokenHash: hashSecretToken(token),
    expiresAt: sql`now() + make_interval(hours => ${linkHours[kind]}::int)`,
  });
  return token;
}

/** From now on none of a person's links can be used. */
export async function spendLinks(tx: Tx, personId: string): Promise<void> {
  await tx
    .update(personLinks)
    .set({ spentAt: sql`now()` })
    .where(and(eq(personLinks.personId, personId), isNull(personLinks.spentAt)));
}
