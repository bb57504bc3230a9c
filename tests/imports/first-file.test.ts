import { expect, test } from "vitest";
import { listRowProblems } from "#app/imports/find-import.server.ts";
import { turnByIntent } from "#app/imports/turn-by-intent.server.ts";
import { beginImport } from "#app/imports/turn-import.server.ts";
import { insightsCsv } from "#app/insights/insights-csv.server.ts";
import { changeSettings } from "#app/settings/change-settings.server.ts";
import { listChannels } from "#app/vocabulary/list-channels.server.ts";
import { checkInvariants } from "#db/check-invariants.server.ts";
import { db } from "#db/client.server.ts";
import { runTransaction } from "#db/run-transaction.server.ts";
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

test("channels nobody knows here are added with it, formal or not as an editor says, and refusals use the library's own word", async () => {
  const person = await aPerson({ role: "editor" });
  await runTransaction((tx) =>
    changeSettings(tx, { departmentWord: { one: "practice group", many: "practice groups" } }),
  );
  const theirs = [
    heading,
    "Heard it,Informatics,Clerks' lunch,2024-11-01,,,,,,c1",
    "And,Nowhere,Clerks' lunch,,,,,,,c2",
  ];
  const checked = await aCheckedFile({ person, file: theirs.join("\n") });
  expect(checked.unknown).toMatchObject([
    { of: "channel", value: "Clerks' lunch", rows: 2 },
    { of: "departments", value: "Nowhere", rows: 1 },
  ]);
  expect((await listRowProblems(checked.id, 5)).map(({ problem }) => problem)).toEqual([
    "“Clerks' lunch” is no channel here",
    "“Nowhere” is no practice group here; “Clerks' lunch” is no channel here",
  ]);
  const asking = (formality: string) => ({
    one: (name: string) => ({ intent: "make-channels", formality })[name] ?? "",
    all: () => [],
  });
  expect(await turnByIntent({ person, found: checked, sent: asking("loud") })).toEqual({
    outcome: "nonsense",
  });
  expect(await turnByIntent({ person, found: checked, sent: asking("formal") })).toEqual({ outcome: "done" });
  const again = await run(person, checked.id);
  expect(again).toMatchObject({ state: "checked", checked: { posted: 1, refused: 1 } });
  const made = (await listChannels()).find(({ name }) => name === "Clerks' lunch");
  expect(made).toMatchObject({ phrase: "via Clerks' lunch", formality: "formal" });
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
