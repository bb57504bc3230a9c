import { isEditor, type Person } from "../people/person.ts";
import { canKeepVocabulary } from "../vocabulary/policy.ts";

/** Editors and administrators bring in what exists. */
export function canImport(person: Person): boolean {
  return isEditor(person);
}

/** Whoever brought a file in sees its rows, while they may import: a file can hold what only one person may read. */
export function canOpenImport(person: Person, { personId }: { personId: string }): boolean {
  return canImport(person) && personId === person.id;
}

/** Administrators have the departments a file names added to the library: its first file comes before them. */
export function canMakeDepartments({ role }: Person): boolean {
  return role === "admin";
}

/** And whoever keeps the channels has those it names added. */
export function canMakeChannels(person: Person): boolean {
  return canKeepVocabulary(person);
}

/** An administrator sees that a file was brought in and how much of it, and undoes it; never its rows. */
export function canOverseeImport(person: Person, owner: { personId: string }): boolean {
  return canOpenImport(person, owner) || person.role === "admin";
}
