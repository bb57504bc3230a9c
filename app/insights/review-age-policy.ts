import { isEditor, type Person } from "../people/person.ts";

/** Editors and administrators say how soon each kind of insight is asked about again. */
export function canSetReviewAges(person: Pick<Person, "role">): boolean {
  return isEditor(person);
}
