import { and, eq, gt, isNull, type SQL, sql } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { people, personLinks } from "#db/schema/people.server.ts";
import type { LinkKind } from "./person-link.ts";
import { hashSecretToken } from "./secret-token.server.ts";

export type OpenLink = { kind: LinkKind; name: string; email: string };

/** What a link is for and whose it is, while it can be used; looking at it does not use it. */
export async function findLink(token: string): Promise<OpenLink | undefined> {
  const [link] = await db
    .select({ kind: personLinks.kind, name: people.name, email: people.email })
    .from(personLinks)
    .innerJoin(people, eq(people.id, personLinks.personId))
    .where(isOpenLink(token));
  return link;
}

/** True of the link with this secret while it is neither spent nor too old, and its person is not disabled. */
export function isOpenLink(token: string): SQL | undefined {
  return and(
    eq(personLinks.tokenHash, hashSecretToken(token)),
    isNull(personLinks.spentAt),
    gt(personLinks.expiresAt, sql`now()`),
    isNull(people.disabledAt),
  );
}
