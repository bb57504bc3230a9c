import { expect, test } from "vitest";
import { findDepartment } from "#app/departments/find-department.server.ts";
import { findDepartmentEntries } from "#app/departments/find-department-entries.server.ts";
import { bringInContacts, contactColumns } from "#app/imports/bring-in-contacts.server.ts";
import { bringInDepartments, departmentColumns } from "#app/imports/bring-in-departments.server.ts";
import { type Columns, readTable } from "#app/imports/read-table.ts";
import { useDatabase } from "#tests/support/database.ts";
import { aDepartment, aPerson } from "#tests/support/factories.ts";

useDatabase();
const today = "2026-11-28";

function rowsOf(text: string, columns: Columns) {
  const read = readTable(text, columns);
  if ("problem" in read) throw new Error(read.problem);
  return read.rows;
}

test("departments come in from a table, each once, beneath one another, tried before", async () => {
  const person = await aPerson({ role: "editor" });
  const owner = await aPerson({ email: "owner@tables.example" });
  const text = [
    "Department;Type;Part of;Nicknames;Liaison",
    "Faculty of Tables;faculty;;FT;owner@tables.example",
    "School of Chairs;School;Faculty of Tables;Chairs, Seats;@nobody-of-that-name",
    'School of Legs;school;Faculty of Tables;"Legs";owner@tables.example',
    "School of Nothing;guild;;;",
    "School of Air;school;Faculty of Air;;",
    ";school;;;",
  ].join("\r\n");
  const rows = rowsOf(text, departmentColumns);
  const tried = await bringInDepartments({ person, rows, today, dry: true });
  expect(tried.added.map(({ name }) => name)).toEqual(["Faculty of Tables", "School of Legs"]);
  expect(tried.refused.map(({ row }) => row)).toEqual([2, 4, 5, 6]);
  expect(tried.refused[0]?.problem).toContain("Nobody here is");
  expect(await findDepartment("tables")).toBe(undefined);

  expect(await bringInDepartments({ person, rows, today, dry: false })).toEqual(tried);
  expect(await findDepartment("legs")).toMatchObject({
    parent: { name: "Faculty of Tables" },
    aliases: [{ name: "Legs", kind: "nickname" }],
    liaisons: [{ handle: owner.handle, part: "owner", since: today }],
  });
  const again = await bringInDepartments({ person, rows, today, dry: false });
  expect([again.added.length, again.there.length]).toEqual([0, 2]);
});

test("contacts come in to their departments by any of its names, and nobody twice", async () => {
  const person = await aPerson({ role: "editor" });
  const department = await aDepartment({ nicknames: ["Quay Side"] });
  const text = [
    "name,department,role,room,job title,topics,since,until",
    "Dr Ines Moor,quay side,Library friend,Quay 3,Lecturer,5G and thermal imaging,2024-09-01,",
    `Dr Ines Moor,${department.name},head,,,,,`,
    "Bo Pier,Nowhere,head,,,,,",
    "Bo Pier,quay side,captain,,,,,",
    "Bo Pier,quay side,head,,,,2025-09-01,2024-01-01",
  ].join("\n");
  const rows = rowsOf(text, contactColumns);
  const tried = await bringInContacts({ person, rows, dry: true });
  expect(tried).toMatchObject({ added: [{ row: 1 }], there: [{ row: 2 }] });
  expect(tried.refused.map(({ row }) => row)).toEqual([3, 4, 5]);
  expect((await findDepartmentEntries(department.slug))?.contacts).toEqual([]);
  await bringInContacts({ person, rows, dry: false });
  await bringInContacts({ person, rows, dry: false });
  expect((await findDepartmentEntries(department.slug))?.contacts).toMatchObject([
    { name: "Dr Ines Moor", role: "library-friend", place: "Quay 3", worksOn: "5G and thermal imaging" },
  ]);
});

test.each([
  ["", "must name the columns"],
  ["kind,parent\nschool,x", "must name the columns"],
  ['name,kind\n"Open', "could not be read"],
  [`name\n${"x\n".repeat(1_001)}`, "At most 1,000 rows"],
])("%j is no table", (text, problem) => {
  expect(readTable(text, departmentColumns)).toHaveProperty("problem", expect.stringContaining(problem));
});
