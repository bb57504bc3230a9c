import { isUniqueViolation } from "#db/errors.server.ts";
import { runTransaction } from "#db/run-transaction.server.ts";
import { cleanLine } from "../text/clean-text.ts";
import { createPerson } from "./create-person.server.ts";
import { findOrMakeTeam } from "./find-or-make-team.server.ts";
import { freeHandle } from "./handles.server.ts";
import { newPasswordProblem } from "./new-password.ts";
import { hashPassword } from "./password.server.ts";
import { personDraft } from "./person-draft.ts";

export type NewAdministrator = { email: string; name: string; team: string; password: string };

export type AdministratorOutcome =
  | { outcome: "created"; id: string }
  | { outcome: "refused"; problem: string };

/** Makes an administrator from the command line, in a team that is made when there is none of that name. */
export async function createFirstAdministrator(given: NewAdministrator): Promise<AdministratorOutcome> {
  const name = cleanLine(given.name);
  const problem = newPasswordProblem(given.password, { email: given.email, name });
  if (problem) return { outcome: "refused", problem };
  const passwordHash = await hashPassword(given.password);
  try {
    return await runTransaction<AdministratorOutcome>(async (tx) => {
      const teamId = await findOrMakeTeam(tx, { name: cleanLine(given.team), actorId: null });
      const handle = await freeHandle(tx, name);
      const fields = { handle, name, email: given.email, role: "admin", jobTitle: "Administrator", teamId };
      const draft = personDraft.safeParse(fields);
      if (!draft.success)
        return { outcome: "refused", problem: draft.error.issues[0]?.message ?? "Not a person" };
      return {
        outcome: "created",
        id: await createPerson(tx, { ...draft.data, passwordHash, actorId: null }),
      };
    });
  } catch (error) {
    if (!isUniqueViolation(error, "people_email_key")) throw error;
    return { outcome: "refused", problem: "Somebody has that e-mail address already" };
  }
}
