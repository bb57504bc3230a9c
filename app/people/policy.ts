import type { Person } from "./person.ts";

/** Administrators look after people and teams. */
export function canManagePeople({ role }: Pick<Person, "role">): boolean {
  return role === "admin";
}

/** They also say which programs may act as whom. */
export function canManageApiKeys({ role }: Pick<Person, "role">): boolean {
  return role === "admin";
}

/** The passwords of the demonstration library's people are printed: there is nothing to set anew. */
export function canHaveLink({
  demonstration,
  disabled,
}: {
  demonstration: boolean;
  disabled: boolean;
}): boolean {
  return !demonstration && !disabled;
}
