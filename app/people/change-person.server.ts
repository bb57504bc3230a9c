import { eq, sql } from "drizzle-orm";
import { isUniqueViolation } from "#db/errors.server.ts";
import { runTransaction } from "#db/run-transaction.server.ts";
import { people, sessions } from "#db/schema/people.server.ts";
import { recordEvent } from "../events/record-event.server.ts";
import { confirmPassword } from "./confirm-password.server.ts";
import { findOrMakeTeam } from "./find-or-make-team.server.ts";
import { hasAnotherAdministrator } from "./has-another-administrator.server.ts";
import { takenAddress } from "./invite-person.server.ts";
import { spendLinks } from "./make-link.server.ts";
import { nameByRole } from "./own-name.ts";
import type { PersonDetails, PersonProblems } from "./person-draft.ts";

type Change = {
  actorId: string;
  personId: string;
  version: number;
  details: PersonDetails;
  /** The administrator's own password, asked for again where somebody would gain or lose a right. */
  password: string;
};

export type ChangeProblems = PersonProblems & { password?: string };

export type ChangeOutcome =
  | { outcome: "changed"; fields: string[] }
  | { outcome: "refused"; problems: ChangeProblems }
  | { outcome: "changed-meanwhile" }
  | { outcome: "last-administrator" }
  | { outcome: "throttled"; seconds: number }
  | { outcome: "not-there" };

/** Changes what an administrator says of a person. Another role or address takes the administrator's password. */
export async function changePerson(change: Change): Promise<ChangeOutcome> {
  const { actorId, personId, details, password } = change;
  const before = await runTransaction((tx) => tx.select().from(people).where(eq(people.id, personId)));
  const sensitive = before.some(({ role, email }) => role !== details.role || email !== details.email);
  if (sensitive) {
    const confirmed = await confirmPassword({ personId: actorId, password });
    if (confirmed.outcome === "throttled") return confirmed;
    if (confirmed.outcome === "wrong") {
      return { outcome: "refused", problems: { password: "That is not your password" } };
    }
  }
  try {
    return await write(change, sensitive);
  } catch (error) {
    if (!isUniqueViolation(error, "people_email_key")) throw error;
    return { outcome: "refused", problems: { email: takenAddress } };
  }
}

function write({ actorId, personId, version, details }: Change, confirmed: boolean): Promise<ChangeOutcome> {
  return runTransaction<ChangeOutcome>(async (tx) => {
    const [person] = await tx.select().from(people).where(eq(people.id, personId)).for("update");
    if (!person) return { outcome: "not-there" };
    if (person.recordVersion !== version) return { outcome: "changed-meanwhile" };
    const { team, ...said } = details;
    const next = { ...said, teamId: await findOrMakeTeam(tx, { name: team, actorId }) };
    // Of somebody shown by their role, what is said of them is kept aside with their own name.
    const { ownName } = person;
    const known = { ...person, ...ownName };
    const fields = Object.entries(next).flatMap(([name, value]) =>
      known[name as keyof typeof next] === value ? [] : [name],
    );
    if (fields.length === 0) return { outcome: "changed", fields };
    const gainsOrLoses = fields.includes("role") || fields.includes("email");
    if (gainsOrLoses && !confirmed) return { outcome: "changed-meanwhile" };
    if (fields.includes("role") && person.role === "admin" && !person.disabledAt) {
      if (!(await hasAnotherAdministrator(tx, person))) return { outcome: "last-administrator" };
    }
    const shown = ownName
      ? {
          name: nameByRole(next.role),
          jobTitle: "",
          ownName: { ...ownName, name: next.name, jobTitle: next.jobTitle },
        }
      : {};
    await tx
      .update(people)
      .set({ ...next, ...shown, recordVersion: sql`${people.recordVersion} + 1` })
      .where(eq(people.id, personId));
    // Whatever they have open was opened with other rights, or by whoever reads the old address.
    if (gainsOrLoses && personId !== actorId)
      await tx.delete(sessions).where(eq(sessions.personId, personId));
    if (fields.includes("email")) await spendLinks(tx, personId);
    await recordEvent(tx, { name: "person.changed", actorId, subjectId: personId, fields });
    // What they posted is found by their name.
    if ((shown.name ?? next.name) !== person.name)
      await recordEvent(tx, { name: "person.name-changed", actorId, subjectId: personId });
    return { outcome: "changed", fields };
  });
}
