import { eq } from "drizzle-orm";
import type { Tx } from "#db/client.server.ts";
import { isUniqueViolation } from "#db/errors.server.ts";
import { newId } from "#db/new-id.server.ts";
import { runTransaction } from "#db/run-transaction.server.ts";
import { people, teams } from "#db/schema/people.server.ts";
import { cleanLine } from "../text/clean-text.ts";
import { createPerson } from "./create-person.server.ts";
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
      const teamId = await findOrMakeTeam(tx, cleanLine(given.team));
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

async function findOrMakeTeam(tx: Tx, name: string): Promise<string> {
  const [team] = await tx.select({ id: teams.id }).from(teams).where(eq(teams.name, name));
  if (team) return team.id;
  const id = newId();
  await tx.insert(teams).values({ id, name, slug: asHandle(name) });
  return id;
}

async function freeHandle(tx: Tx, name: string): Promise<string> {
  const wanted = asHandle(name);
  for (let number = 1; ; number += 1) {
    const handle = number === 1 ? wanted : `${wanted.slice(0, 36)}-${number}`;
    const [taken] = await tx.select({ id: people.id }).from(people).where(eq(people.handle, handle));
    if (!taken) return handle;
  }
}

/** "Siân O'Neill" as `sian-o-neill`: letters without accents, digits and hyphens, a letter first. */
function asHandle(name: string): string {
  const plain = name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const handle = plain.replace(/[^a-z0-9]+/g, "-").replace(/^[^a-z]+|-+$/g, "");
  return handle.slice(0, 40).replace(/-+$/, "") || "person";
}
