import { expect, test } from "vitest";
import { readPeopleFile } from "#app/people/read-people-file.ts";
import { readSentPeople } from "#app/people/read-sent-people.ts";

const defaults = { role: "assistant", team: "" };
const headings = ["E-mail address", "Full name", "Role", "Section", "Post"];
const rows = (...cells: string[][]) => cells.map((row, at) => ({ row: at + 1, cells: row }));

test("columns are known by name in any order, a role as it is written, the rest by what holds for all", () => {
  const read = readPeopleFile(
    {
      headings,
      rows: rows(
        ["Priya@Library.Example", " Priya  Shah ", "Liaison librarian", "Sciences", "Liaison"],
        ["tom@library.example", "Tom Reed", "", "Desk", ""],
      ),
    },
    defaults,
  );
  expect(read).toEqual({
    rows: [
      expect.objectContaining({
        row: 2,
        details: {
          name: "Priya Shah",
          email: "priya@library.example",
          role: "liaison",
          team: "Sciences",
          jobTitle: "Liaison",
        },
      }),
      expect.objectContaining({ details: expect.objectContaining({ role: "assistant" }) }),
    ],
  });
});

test.each([
  [["no-address", "A", "", "T", ""], "Enter an e-mail address"],
  [["a@library.example", "", "", "T", ""], "Enter a name"],
  [["a@library.example", "A", "Head of everything", "T", ""], "“Head of everything” is no role here"],
  [["a@library.example", "A", "", "", ""], "Choose a team"],
  [["b@library.example", "B again", "", "T", ""], "The same address as in row 2"],
  [[], "Enter a name"],
])("%j is refused by itself, with why", (cells, why) => {
  const file = { headings, rows: rows(["b@library.example", "B", "", "T", ""], cells) };
  const read = readPeopleFile(file, defaults);
  if (!("rows" in read)) throw new Error(read.problem);
  const [first, second] = read.rows;
  expect(first?.details).toBeDefined();
  expect(second?.problem).toContain(why);
});

test("a file without names or addresses is none of people", () => {
  expect(readPeopleFile({ headings: ["Name", "Age"], rows: [] }, defaults)).toHaveProperty("problem");
});

test("a spreadsheet's formula is read as the text it was", () => {
  const read = readPeopleFile(
    { headings: ["Name", "Email", "Team"], rows: rows(["'=Ann", "a@b.example", "T"]) },
    defaults,
  );
  expect(read).toMatchObject({ rows: [{ details: { name: "=Ann" } }] });
});

test.each([
  "",
  "null",
  "{}",
  "[1]",
  '[{"name":"A"}]',
  '[{"name":"A","email":"a@b.example","role":"king","jobTitle":"","team":"T"}]',
])("%s is no list a form of ours sends back", (json) => {
  expect(readSentPeople(json)).toBeUndefined();
});
