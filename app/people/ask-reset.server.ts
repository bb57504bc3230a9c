import { setTimeout as sleep } from "node:timers/promises";
import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { newId } from "#db/new-id.server.ts";
import { runTransaction } from "#db/run-transaction.server.ts";
import { people } from "#db/schema/people.server.ts";
import { recordEvent } from "../events/record-event.server.ts";
import { queueMails } from "../mail/queue-mails.server.ts";
import { countAttempt } from "./throttle.server.ts";

/** Longer than the work ever takes, so that the wait tells nobody whether there was any. */
const answersAfter = 250;

/**
 * Sends whoever has this address a link to set a new password. One answer, in one time, whether anybody has it or
 * not; `seconds` to wait when it was asked for too often.
 */
export async function askReset({
  email,
  address,
}: {
  email: string;
  address: string;
}): Promise<{ seconds?: number }> {
  const asked = email.trim().toLowerCase();
  const waits = [await countAttempt("reset", asked), await countAttempt("address", address)];
  const seconds = Math.max(...waits.map((wait) => wait ?? 0));
  if (seconds > 0) return { seconds };
  await Promise.all([queueReset(asked), sleep(answersAfter)]);
  return {};
}

function queueReset(email: string): Promise<void> {
  return runTransaction(async (tx) => {
    const [person] = await tx
      .select({ id: people.id })
      .from(people)
      .where(
        and(
          eq(sql`lower(${people.email})`, email),
          isNull(people.disabledAt),
          isNotNull(people.passwordHash),
          eq(people.demonstration, false),
        ),
      );
    if (!person) return;
    const { id } = person;
    const dedupeKey = `password-reset:${newId()}`;
    await queueMails(tx, [{ personId: id, purpose: "password-reset", subjectId: id, dedupeKey }]);
    await recordEvent(tx, { name: "person.reset-asked", actorId: null, subjectId: id });
  });
}
