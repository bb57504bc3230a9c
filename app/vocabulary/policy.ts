import { isEditor, type Person } from "../people/person.ts";

/** Editors and administrators look after tags and channels. */
export function canKeepVocabulary(person: Pick<Person, "role">): boolean {
  return isEditor(person);
}
