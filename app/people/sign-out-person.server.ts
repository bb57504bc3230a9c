import { eq } from "drizzle-orm";
import { runTransaction } from "#db/run-transaction.server.ts";
import { sessions } from "#db/schema/people.server.ts";
import { recordEvent } from "../events/record-event.server.ts";

/** Ends every session somebody has, for a lost phone or a desk left open. */
export async function signOutPerson({
  actorId,
  personId,
}: {
  actorId: string;
  personId: string;
}): Promise<void> {
  await runTransaction(async (tx) => {
    await tx.delete(sessions).where(eq(sessions.personId, personId));
    const name = "person.signed-out-by-administrator";
    await recordEvent(tx, { name, actorId, subjectId: personId });
  });
}
