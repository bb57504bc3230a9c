import { z } from "zod";
import { firstProblems } from "../ui/first-problems.ts";
import { type Role, roleNames, roles } from "./person.ts";

const emailAddress = z
  .string({ error: "Enter an e-mail address" })
  .trim()
  .toLowerCase()
  .max(254, "An e-mail address has at most 254 characters")
  .pipe(z.email("Enter an e-mail address such as name@library.example"));

const details = {
  name: z.string().trim().min(1, "Enter a name").max(100, "A name has at most 100 characters"),
  email: emailAddress,
  role: z.enum(roles, "Choose a role from the list"),
  jobTitle: z.string().trim().max(100, "A job title has at most 100 characters"),
};

export const personDraft = z.strictObject({
  handle: z
    .string()
    .regex(
      /^[a-z][a-z0-9-]{0,39}$/,
      "A handle starts with a letter and holds a-z, 0-9 and hyphens, 40 at most",
    ),
  ...details,
  teamId: z.uuid(),
});

export type PersonDraft = z.infer<typeof personDraft>;

/** What an administrator says of a person, in a form or a row of a file; the team by its name. */
const personDetails = z.strictObject({
  ...details,
  team: z.string().trim().min(1, "Choose a team").max(80, "A team's name has at most 80 characters"),
});

export type PersonDetails = z.output<typeof personDetails>;
export type PersonField = keyof PersonDetails;
export type SentPerson = Record<PersonField, string>;
export type PersonProblems = Partial<Record<PersonField, string>>;

export const personFields = Object.keys(personDetails.shape) as PersonField[];

/** A person as sent, or what is wrong with each field. */
export function readPerson(sent: SentPerson): { details: PersonDetails } | { problems: PersonProblems } {
  const read = personDetails.safeParse(sent);
  if (read.success) return { details: read.data };
  return { problems: firstProblems(read.error) };
}

const otherRoleNames: Record<string, Role> = {
  administrator: "admin",
  "desk assistant": "assistant",
  librarian: "liaison",
};

/** A role as people write it: "Liaison librarian", "liaison", "administrator". Empty for what is none. */
export function roleCalled(text: string): Role | "" {
  const asked = text.trim().toLowerCase();
  return (
    roles.find((role) => role === asked || roleNames[role].toLowerCase() === asked) ??
    otherRoleNames[asked] ??
    ""
  );
}
