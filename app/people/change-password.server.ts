import { eq } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { runTransaction } from "#db/run-transaction.server.ts";
import { people, sessions } from "#db/schema/people.server.ts";
import { recordEvent } from "../events/record-event.server.ts";
import { newPasswordProblem } from "./new-password.ts";
import { hashPassword, passwordMatches } from "./password.server.ts";
import { startSession } from "./start-session.server.ts";
import { countAttempt, forgetAttempts } from "./throttle.server.ts";

export type PasswordChange = { personId: string; current: string; next: string; userAgent: string };

export type PasswordChangeOutcome =
  | { outcome: "changed"; token: string }
  | { outcome: "wrong-current" }
  | { outcome: "unsuitable"; problem: string }
  | { outcome: "throttled"; seconds: number };

/** Changes one's own password, ends every session and opens a new one here. */
export async function changePassword(change: PasswordChange): Promise<PasswordChangeOutcome> {
  const [person] = await db.select().from(people).where(eq(people.id, change.personId));
  if (!person) return { outcome: "wrong-current" };
  const seconds = await countAttempt("account", person.email);
  if (seconds) return { outcome: "throttled", seconds };
  if (!(await passwordMatches(person.passwordHash, change.current))) return { outcome: "wrong-current" };
  await forgetAttempts("account", person.email);
  const problem = newPasswordProblem(change.next, person);
  if (problem) return { outcome: "unsuitable", problem };

  const passwordHash = await hashPassword(change.next);
  const token = await runTransaction(async (tx) => {
    await tx.update(people).set({ passwordHash }).where(eq(people.id, person.id));
    await tx.delete(sessions).where(eq(sessions.personId, person.id));
    await recordEvent(tx, { name: "person.password-changed", actorId: person.id, subjectId: person.id });
    return startSession(tx, { personId: person.id, userAgent: change.userAgent });
  });
  return { outcome: "changed", token };
}
