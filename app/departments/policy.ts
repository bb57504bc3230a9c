import { isEditor, type Person } from "../people/person.ts";
import type { ManyKind } from "./entry.ts";

/** What of a department decides who may do what with it: the handles of those who look after it today. */
export type JudgedDepartment = { liaisons: readonly { handle: string }[] };

/** A department's owner and co-owners look after it. */
export function looksAfter(person: Pick<Person, "handle">, { liaisons }: JudgedDepartment): boolean {
  return liaisons.some(({ handle }) => handle === person.handle);
}

/** Those who look after a department keep its profile, its contacts, its sources and its summary; and so do editors. */
export function canKeepProfile(
  person: Pick<Person, "handle" | "role">,
  department: JudgedDepartment,
): boolean {
  return isEditor(person) || looksAfter(person, department);
}

// What anybody may have heard or done, and so note.
const anybodys: readonly ManyKind[] = ["approach", "question"];

/** Anybody notes what to ask next time and what was offered; the rest is kept by those who keep the profile. */
export function canAddEntry(
  person: Pick<Person, "handle" | "role">,
  kind: ManyKind,
  department: JudgedDepartment,
): boolean {
  return anybodys.includes(kind) || canKeepProfile(person, department);
}

/** What anybody may note, whoever noted it may change and take away; and those who keep the profile may all of it. */
export function canChangeEntry(
  person: Pick<Person, "handle" | "role">,
  kind: ManyKind,
  department: JudgedDepartment,
  entry: { noted: { handle: string } },
): boolean {
  const isOwn = anybodys.includes(kind) && entry.noted.handle === person.handle;
  return isOwn || canKeepProfile(person, department);
}

/** Editors and administrators look after the tree itself: what there is, what it is called and where it stands. */
export function canKeepStructure(person: Pick<Person, "role">): boolean {
  return isEditor(person);
}

/** They say who looks after what, and hand it over. */
export function canHandOver(person: Pick<Person, "role">): boolean {
  return isEditor(person);
}

/** They also look after the list of services that needs are told against. */
export function canKeepServices(person: Pick<Person, "role">): boolean {
  return isEditor(person);
}
