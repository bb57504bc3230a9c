import type { HeardRow } from "./heard-row.ts";

/** The week's numbers in a sentence: of the library as a whole, never of anybody. None of a week without any. */
export function weekNumbers(rows: readonly HeardRow[]): string {
  if (rows.length === 0) return "";
  const teams = new Set(rows.flatMap((row) => row.teams)).size;
  const departments = new Set(rows.flatMap((row) => row.departments.map(({ slug }) => slug))).size;
  const shared = rows.filter(({ voices }) => voices > 1).length;
  const asked = rows.filter(({ kind }) => kind === "question");
  const answered = asked.filter((row) => row.answered).length;
  const parts = [
    `${counted(rows.length, "insight")} about ${counted(departments, "department")}, heard by ${counted(teams, "team")}`,
    shared > 0 ? `${shared} of them by more than one colleague` : "",
    asked.length > 0 ? `${counted(asked.length, "question")} asked, ${answered} answered` : "",
  ];
  return `${parts.filter((part) => part !== "").join("; ")}.`;
}

function counted(number: number, one: string): string {
  return `${number} ${number === 1 ? one : `${one}s`}`;
}
