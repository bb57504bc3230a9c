import { and, eq, isNull } from "drizzle-orm";
import { runTransaction } from "#db/run-transaction.server.ts";
import { people } from "#db/schema/people.server.ts";
import { startSession } from "./start-session.server.ts";

/**
 * Opens a session for one of the demonstration library's people without a password. The caller has made sure that
 * this is the embedded demonstration library on loopback; real people can never be entered this way.
 */
export function signInAsDemonstration({
  handle,
  userAgent,
}: {
  handle: string;
  userAgent: string;
}): Promise<string | undefined> {
  return runTransaction(async (tx) => {
    const [person] = await tx
      .select({ id: people.id })
      .from(people)
      .where(and(eq(people.handle, handle), eq(people.demonstration, true), isNull(people.disabledAt)));
    return person && startSession(tx, { personId: person.id, userAgent });
  });
}
