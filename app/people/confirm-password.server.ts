import { eq } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { people } from "#db/schema/people.server.ts";
import { passwordMatches } from "./password.server.ts";
import { countAttempt, forgetAttempts } from "./throttle.server.ts";

export type Confirmation =
  | { outcome: "confirmed" }
  | { outcome: "wrong" }
  | { outcome: "throttled"; seconds: number };

/** Asks who is signed in for their password again, before what nobody else at their desk may do. */
export async function confirmPassword({
  personId,
  password,
}: {
  personId: string;
  password: string;
}): Promise<Confirmation> {
  const [person] = await db.select().from(people).where(eq(people.id, personId));
  if (!person) return { outcome: "wrong" };
  const seconds = await countAttempt("account", person.email);
  if (seconds) return { outcome: "throttled", seconds };
  if (!(await passwordMatches(person.passwordHash, password))) return { outcome: "wrong" };
  await forgetAttempts("account", person.email);
  return { outcome: "confirmed" };
}
