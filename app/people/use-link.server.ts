import { eq } from "drizzle-orm";
import { runTransaction } from "#db/run-transaction.server.ts";
import { people, personLinks, sessions } from "#db/schema/people.server.ts";
import { recordEvent } from "../events/record-event.server.ts";
import { findLink, isOpenLink } from "./find-link.server.ts";
import { spendLinks } from "./make-link.server.ts";
import { newPasswordProblem } from "./new-password.ts";
import { hashPassword } from "./password.server.ts";
import { startSession } from "./start-session.server.ts";
import { forgetAttempts } from "./throttle.server.ts";

type LinkUse = { token: string; password: string; userAgent: string };

export type LinkUseOutcome =
  | { outcome: "signed-in"; token: string; joined: boolean }
  | { outcome: "unsuitable"; problem: string }
  | { outcome: "not-there" };

/** Sets the password a link was made for, ends every session its person had and opens one here. Once. */
export async function useLink({ token, password, userAgent }: LinkUse): Promise<LinkUseOutcome> {
  const link = await findLink(token);
  if (!link) return { outcome: "not-there" };
  const problem = newPasswordProblem(password, link);
  if (problem) return { outcome: "unsuitable", problem };
  const passwordHash = await hashPassword(password);
  const joined = link.kind === "invitation";
  const session = await runTransaction(async (tx) => {
    const [mine] = await tx
      .select({ personId: personLinks.personId })
      .from(personLinks)
      .innerJoin(people, eq(people.id, personLinks.personId))
      .where(isOpenLink(token))
      .for("update");
    if (!mine) return undefined;
    const { personId } = mine;
    await spendLinks(tx, personId);
    await tx.update(people).set({ passwordHash }).where(eq(people.id, personId));
    await tx.delete(sessions).where(eq(sessions.personId, personId));
    const name = joined ? "person.joined" : "person.password-reset";
    await recordEvent(tx, { name, actorId: personId, subjectId: personId });
    return startSession(tx, { personId, userAgent });
  });
  if (!session) return { outcome: "not-there" };
  await forgetAttempts("account", link.email);
  return { outcome: "signed-in", token: session, joined };
}
