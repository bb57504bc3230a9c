import { cleanLine } from "../text/clean-text.ts";
import { plainCell } from "../text/csv-cell.ts";
import {
  type PersonDetails,
  type PersonField,
  personFields,
  readPerson,
  roleCalled,
  type SentPerson,
} from "./person-draft.ts";

/** A row of a file of people: who it is, or what is wrong with it. Rows are counted as spreadsheets do. */
export type PeopleRow = { row: number; name: string; email: string } & (
  | { details: PersonDetails; problem?: undefined }
  | { details?: undefined; problem: string }
);

type FileRow = { row: number; cells: readonly string[]; unreadable?: string };
type PeopleFile = { headings: readonly string[]; rows: readonly FileRow[] };

/** What holds for a row that says nothing itself. */
export type RowDefaults = { role: string; team: string };

const called: Record<PersonField, readonly string[]> = {
  name: ["name", "full name", "display name", "colleague"],
  email: ["email", "e-mail", "email address", "e-mail address", "mail"],
  role: ["role"],
  jobTitle: ["job title", "title", "job", "position", "post"],
  team: ["team", "section", "unit"],
};

/** Reads people from a file by the names of its columns; a word about the file when it cannot be one of people. */
export function readPeopleFile(
  file: PeopleFile,
  defaults: RowDefaults,
): { rows: PeopleRow[] } | { problem: string } {
  const places = new Map(personFields.map((field) => [field, placeOf(file.headings, field)]));
  const missing = (["name", "email"] as const).filter((field) => places.get(field) === -1);
  if (missing.length > 0) {
    return {
      problem:
        "The first line must name the columns, a “Name” and an “E-mail” among them; “Role”, “Team” and “Job title” may follow.",
    };
  }
  const seen = new Map<string, number>();
  return { rows: file.rows.map((row) => readRow(row, { places, defaults, seen })) };
}

function placeOf(headings: readonly string[], field: PersonField): number {
  return headings.findIndex((heading) => called[field].includes(cleanLine(heading).toLowerCase()));
}

type Reading = { places: Map<PersonField, number>; defaults: RowDefaults; seen: Map<string, number> };

function readRow({ row, cells, unreadable }: FileRow, { places, defaults, seen }: Reading): PeopleRow {
  const cell = (field: PersonField) => cleanLine(plainCell(cells[places.get(field) ?? -1] ?? ""));
  const [name, email] = [cell("name"), cell("email").toLowerCase()];
  // The heading is the first line of a spreadsheet.
  const about = { row: row + 1, name: name.slice(0, 100), email: email.slice(0, 254) };
  if (unreadable) return { ...about, problem: unreadable };
  const role = cell("role");
  const sent: SentPerson = {
    name,
    email,
    role: role === "" ? defaults.role : roleCalled(role),
    jobTitle: cell("jobTitle"),
    team: cell("team") || defaults.team,
  };
  const read = readPerson(sent);
  if ("problems" in read) {
    const words = {
      ...read.problems,
      ...(role && !sent.role && { role: `“${role.slice(0, 40)}” is no role here` }),
    };
    return { ...about, problem: Object.values(words).join("; ") };
  }
  const before = seen.get(email);
  if (before !== undefined) return { ...about, problem: `The same address as in row ${before}` };
  seen.set(email, about.row);
  return { ...about, details: read.details };
}
