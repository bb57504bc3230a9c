import { expect, test } from "vitest";
import { turnByIntent } from "#app/imports/turn-by-intent.server.ts";
import { beginImport } from "#app/imports/turn-import.server.ts";
import { insightsCsv } from "#app/insights/insights-csv.server.ts";
import { checkInvariants } from "#db/check-invariants.server.ts";
import { db } from "#db/client.server.ts";
import { departments } from "#db/schema/departments.server.ts";
import { insights } from "#db/schema/insights.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { aPerson } from "#tests/support/factories.ts";
import { useFilesFolder } from "#tests/support/files-folder.ts";
import { aCheckedFile, aFile, run, seen } from "./bring-in.ts";

useFilesFolder();
useDatabase();

const heading = "Text,Departments,Channel,Date heard,Tags,Author,Kind,Basis,Who may see it,Number";
const rows = ["Informatics", "History; Informatics", "Ünïcode Studies", "History"].map(
  (names, at) => `Heard number ${at},${names},coffee,2024-11-0${at + 1},first,,,,,n${at}`,
);
const file = [heading, ...rows].join("\n");
const intent = { one: (name: string) => (name === "intent" ? "make-departments" : ""), all: () => [] };

test("a library's first file brings its departments along, when an administrator says so and not before", async () => {
  const editor = await aPerson({ role: "editor" });
  const theirs = await aCheckedFile({ person: editor, file: `${file}\nAnother,Elsewhere,coffee,,,,,,,x` });
  expect(await turnByIntent({ person: editor, found: theirs, sent: intent })).toEqual({
    outcome: "nonsense",
  });
  expect(await db.select().from(departments)).toEqual([]);

  const person = await aPerson({ role: "admin" });
  const checked = await aCheckedFile({ person, file });
  expect(checked.checked).toMatchObject({ posted: 0, refused: 4 });
  expect(await turnByIntent({ person, found: checked, sent: intent })).toEqual({ outcome: "done" });
  const again = await run(person, checked.id);
  expect(again).toMatchObject({ state: "checked", unknown: [], checked: { posted: 4, refused: 0 } });
  await beginImport({ person, id: checked.id });
  expect(await run(person, checked.id)).toMatchObject({ state: "finished", posted: 4 });
  expect((await db.select().from(departments)).map(({ name }) => name).sort()).toEqual([
    "History",
    "Informatics",
    "Ünïcode Studies",
  ]);
  expect(await db.select().from(insights)).toHaveLength(4);
  expect(await checkInvariants()).toEqual([]);
});

test("what was saved as CSV is read by its headings when it is brought in", async () => {
  const person = await aPerson({ role: "admin" });
  let saved = "";
  for await (const piece of insightsCsv({
    person,
    scope: "all",
    origin: "https://corridor.example",
    at: new Date(),
  }))
    saved += piece;
  const { id, mapping } = await aFile({ person, file: saved });
  expect(mapping.columns).toMatchObject({
    body: "Text",
    departments: "Departments",
    externalId: "Number",
    visibility: "Who may see it",
  });
  expect((await seen(person, id)).headings).toContain("Exported by");
});
