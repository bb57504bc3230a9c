import { and, eq, ne, type SQL } from "drizzle-orm";
import { runTransaction } from "#db/run-transaction.server.ts";
import { sessions } from "#db/schema/people.server.ts";
import { recordEvent } from "../events/record-event.server.ts";
import type { SessionPerson } from "./find-session-person.server.ts";
import { hashSecretToken } from "./secret-token.server.ts";

/** Signs out here: ends the one session this secret opens. Silent when there is none. */
export async function endSession(token: string): Promise<void> {
  await runTransaction(async (tx) => {
    const [ended] = await tx
      .delete(sessions)
      .where(eq(sessions.tokenHash, hashSecretToken(token)))
      .returning({ personId: sessions.personId });
    if (!ended) return;
    await recordEvent(tx, { name: "person.signed-out", actorId: ended.personId, subjectId: ended.personId });
  });
}

/** Signs out everywhere, or everywhere else when `keepThis`; returns how many sessions ended. */
export function endSessions(
  { person, sessionId }: SessionPerson,
  { keepThis }: { keepThis: boolean },
): Promise<number> {
  const others: SQL | undefined = keepThis ? ne(sessions.id, sessionId) : undefined;
  return runTransaction(async (tx) => {
    const ended = await tx
      .delete(sessions)
      .where(and(eq(sessions.personId, person.id), others))
      .returning({ id: sessions.id });
    await recordEvent(tx, { name: "person.sessions-ended", actorId: person.id, subjectId: person.id });
    return ended.length;
  });
}
