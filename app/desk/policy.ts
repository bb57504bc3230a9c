import { isEditor, type Person } from "../people/person.ts";

/** Whoever counted enquiries takes their count back; editors anybody's. */
export function canWithdraw(person: Pick<Person, "id" | "role">, enquiry: { loggedBy: string }): boolean {
  return enquiry.loggedBy === person.id || isEditor(person);
}
