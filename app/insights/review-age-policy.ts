import type { Person } from "../people/person.ts";

/** Editors and administrators say how soon each kind of insight is asked about again. */
export function canSetReviewAges({ role }: Pick<Person, "role">): boolean {
  return role === "editor" || role === "admin";
}
