import { newPasswordProblem } from "./new-password.ts";
import { type PersonDetails, readPerson } from "./person-draft.ts";

/** Of whoever sets a library up: what the page sends beside what it says of the library. */
export type SentAdministrator = { name: string; email: string; team: string };
export type AdministratorProblems = Partial<Record<keyof SentAdministrator | "password", string>>;

/** The first administrator as sent, or what is wrong with each field. */
export function readAdministrator(
  sent: SentAdministrator,
  password: string,
): { details: PersonDetails } | { problems: AdministratorProblems } {
  const read = readPerson({ ...sent, role: "admin", jobTitle: "Administrator" });
  const { name, email } = sent;
  const unsuitable = newPasswordProblem(password, { name, email });
  if ("details" in read && !unsuitable) return read;
  return {
    problems: {
      ...("problems" in read && read.problems),
      ...(sent.team.trim() === "" && { team: "Enter your team’s name" }),
      ...(unsuitable && { password: unsuitable }),
    },
  };
}
