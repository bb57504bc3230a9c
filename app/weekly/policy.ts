import { isEditor, type Person } from "../people/person.ts";

/** Editors make the issue; everybody reads it. */
export function canEditIssue(person: Pick<Person, "role">): boolean {
  return isEditor(person);
}
