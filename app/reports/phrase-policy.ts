import type { Person } from "../people/person.ts";

/** Liaisons and editors keep the phrases and objections, and note where they worked; everybody reads them. */
export function canKeepPhrases(person: Pick<Person, "role">): boolean {
  return person.role !== "assistant";
}
