import { addEntry } from "#app/departments/add-entry.server.ts";
import type { ManyKind } from "#app/departments/entry.ts";
import { readEntry } from "#app/departments/entry-tables.server.ts";
import { type ProfileDraft, profileFields } from "#app/departments/profile.ts";
import type { Person } from "#app/people/person.ts";
import { newId } from "#db/new-id.server.ts";
import { type ADepartment, aPerson } from "#tests/support/factories.ts";

/** A profile whose fields are empty but those given. */
export function aProfile(given: Partial<ProfileDraft> = {}): ProfileDraft {
  const blank = Object.fromEntries(profileFields.map((field) => [field, ""]));
  return { ...blank, rhythm: null, ...given } as ProfileDraft;
}

/** What a form for a kind of entry sends when it is filled in. */
export const filledIn: Record<ManyKind, Record<string, string>> = {
  contact: {
    name: "Dr Ada Osei",
    role: "library-friend",
    place: "Turing Building, floor 3",
    does: "Runs the first-year labs",
    worksOn: "5G, thermal imaging",
    since: "2024-09-01",
    until: "",
  },
  source: {
    kind: "website",
    name: "School news",
    address: "https://informatics.example/news",
    note: "",
    subscription: "none",
    turn: "",
    everyWeeks: "2",
  },
  approach: {
    way: "their-meeting",
    what: "Ten minutes on reading lists at the staff meeting",
    madeOn: "2026-10-05",
    outcome: "took-it-up",
    learned: "They want an example from their own module",
  },
  question: { question: "Who runs the new master's?" },
  sentence: { sentence: "The school is growing its online master's." },
};

/** An entry as the form would have sent it; its id. */
export async function anEntry(given: {
  kind: ManyKind;
  department: ADepartment;
  person?: Person;
  sent?: Record<string, string>;
}): Promise<string> {
  const { kind, department } = given;
  const person = given.person ?? (await aPerson());
  const read = readEntry(kind, { ...filledIn[kind], ...given.sent });
  if ("problems" in read) throw new Error(`this ${kind} is refused: ${JSON.stringify(read.problems)}`);
  const id = newId();
  const added = await addEntry({ person, departmentId: department.id, kind, id, draft: read.draft });
  if (added.outcome !== "done") throw new Error(`this ${kind} was not added: ${JSON.stringify(added)}`);
  return id;
}
