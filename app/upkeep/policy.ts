import type { Person } from "../people/person.ts";

/** Administrators take the library's insights out, those they may read. */
export function canExportLibrary({ role }: Pick<Person, "role">): boolean {
  return role === "admin";
}

/** Administrators see how Corridor runs, and have a job that failed tried again. */
export function canSeeSystem({ role }: Pick<Person, "role">): boolean {
  return role === "admin";
}
