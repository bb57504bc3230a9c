import type { Visibility } from "./insight.ts";

/** What of a person decides what they may read. */
export type Reader = { id: string; team: { id: string } };

/** One thing that can be true of an insight, by the field it is true of. */
export type Term =
  | { field: "visibility"; is: Visibility }
  | { field: "teamId"; is: string }
  | { field: "authorId"; is: string };

/** Every clause must hold; a clause holds when one of its terms does. */
export type Rule = readonly (readonly Term[])[];

/** What of an insight decides who may read it. */
export type ReadableFields = { visibility: Visibility; teamId: string; authorId: string };

/**
 * Who may read what, the only place it is written: all-staff insights are everyone's, a team's are its members',
 * and one's own are always one's own. Editors and administrators see no more than others. The rule is compiled to
 * SQL (`readableInSql`), to the engine's filter (`readableFilter`) and to a plain check (`canRead`).
 */
export function readingRule(person: Reader): Rule {
  const own: Term = { field: "authorId", is: person.id };
  const forAllStaff: Term = { field: "visibility", is: "staff" };
  return [
    [forAllStaff, { field: "visibility", is: "team" }, own],
    [forAllStaff, { field: "teamId", is: person.team.id }, own],
  ];
}

/** The rule asked of one insight already in hand. */
export function canRead(person: Reader, insight: ReadableFields): boolean {
  return readingRule(person).every((clause) => clause.some((term) => insight[term.field] === term.is));
}

/** The rule for readers who see all-staff insights only: the weekly issue's body, mails and feeds. */
export const allStaffRule: Rule = [[{ field: "visibility", is: "staff" }]];

/** Whether everybody who may read one insight may read another, so that the first may lead to it. */
export function isReadWherever(one: ReadableFields, other: ReadableFields): boolean {
  if (other.visibility === "staff") return true;
  if (other.visibility === "team") return one.visibility !== "staff" && one.teamId === other.teamId;
  return one.visibility === "me" && one.authorId === other.authorId;
}
