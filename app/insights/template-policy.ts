import { isEditor, type Person } from "../people/person.ts";

/** Editors and administrators look after what the posting form begins with. */
export function canKeepTemplates(person: Pick<Person, "role">): boolean {
  return isEditor(person);
}
