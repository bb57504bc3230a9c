export const roles = ["assistant", "liaison", "editor", "admin"] as const;
export type Role = (typeof roles)[number];

export const roleNames: Record<Role, string> = {
  assistant: "Enquiry-desk assistant",
  liaison: "Liaison librarian",
  editor: "Editor",
  admin: "Administrator",
};

/** The person a request acts for: what every loader, policy and visibility rule needs to know, and no more. */
export type Person = {
  id: string;
  handle: string;
  name: string;
  jobTitle: string;
  role: Role;
  team: { id: string; slug: string; name: string };
  /** One of the demonstration library's people, whose password everyone knows. */
  demonstration: boolean;
};

/** Editors, and administrators, who may do all that editors may. */
export function isEditor({ role }: Pick<Person, "role">): boolean {
  return role === "editor" || role === "admin";
}

/** Another person as shown beside what they wrote. */
export type PersonName = { handle: string; name: string; jobTitle: string };

/** Somebody who can be mentioned in a text. */
export type Colleague = { handle: string; name: string; team: string };
