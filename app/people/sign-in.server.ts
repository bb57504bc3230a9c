import { and, eq, isNull, sql } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { runTransaction } from "#db/run-transaction.server.ts";
import { people } from "#db/schema/people.server.ts";
import { recordEvent } from "../events/record-event.server.ts";
import { passwordMatches } from "./password.server.ts";
import { startSession } from "./start-session.server.ts";
import { countAttempt, forgetAttempts } from "./throttle.server.ts";

export type SignInAttempt = {
  email: string;
  password: string;
  address: string;
  userAgent: string;
  /** Whether the demonstration library's people, whose password is printed, may sign in here. */
  demonstration: boolean;
};

export type SignInOutcome =
  | { outcome: "signed-in"; token: string }
  | { outcome: "refused" }
  | { outcome: "throttled"; seconds: number };

// Hashes wait for one another: more than so many and those who sign in would take every place there is for a request.
const most = { atOnce: 12, secondsToWait: 2 } as const;
let atOnce = 0;

/** One answer, in one time, for an unknown address, a wrong password and a disabled person. */
export async function signIn(attempt: SignInAttempt): Promise<SignInOutcome> {
  if (atOnce >= most.atOnce) return { outcome: "throttled", seconds: most.secondsToWait };
  atOnce += 1;
  try {
    return await tryPassword(attempt);
  } finally {
    atOnce -= 1;
  }
}

async function tryPassword(attempt: SignInAttempt): Promise<SignInOutcome> {
  const email = attempt.email.trim().toLowerCase();
  const waits = [await countAttempt("account", email), await countAttempt("address", attempt.address)];
  const seconds = Math.max(...waits.map((wait) => wait ?? 0));
  if (seconds > 0) return { outcome: "throttled", seconds };

  const person = await findByEmail(email);
  const mayTry = person && (attempt.demonstration || !person.demonstration);
  const matches = await passwordMatches(mayTry ? person.passwordHash : undefined, attempt.password);
  if (!person || !matches) {
    await recordRefusal(person?.id ?? null);
    return { outcome: "refused" };
  }
  await forgetAttempts("account", email);
  const token = await runTransaction((tx) =>
    startSession(tx, { personId: person.id, userAgent: attempt.userAgent }),
  );
  return { outcome: "signed-in", token };
}

async function findByEmail(email: string) {
  const [person] = await db
    .select({ id: people.id, passwordHash: people.passwordHash, demonstration: people.demonstration })
    .from(people)
    .where(and(eq(sql`lower(${people.email})`, email), isNull(people.disabledAt)));
  return person;
}

async function recordRefusal(personId: string | null): Promise<void> {
  await runTransaction((tx) =>
    recordEvent(tx, { name: "person.sign-in-failed", actorId: null, subjectId: personId }),
  );
}
