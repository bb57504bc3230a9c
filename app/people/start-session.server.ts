import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.server.ts";
import { newId } from "#db/new-id.server.ts";
import { sessions } from "#db/schema/people.server.ts";
import { env } from "../env.server.ts";
import { recordEvent } from "../events/record-event.server.ts";
import { hashSecretToken, newSecretToken } from "./secret-token.server.ts";

/** Opens a session for a person inside the caller's transaction and returns its secret, which is kept nowhere here. */
export async function startSession(
  tx: Tx,
  { personId, userAgent }: { personId: string; userAgent: string },
): Promise<string> {
  const token = newSecretToken();
  const id = newId();
  await tx.insert(sessions).values({
    id,
    personId,
    tokenHash: hashSecretToken(token),
    expiresAt: sql`now() + make_interval(days => ${env().SESSION_ABSOLUTE_DAYS}::int)`,
    userAgent: userAgent.slice(0, 200),
  });
  await recordEvent(tx, { name: "person.signed-in", actorId: personId, subjectId: personId });
  return token;
}
