import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { enquiryLimits } from "#app/desk/enquiry.ts";
import { countEnquiries } from "#app/desk/list-enquiries.server.ts";
import { listSources } from "#app/desk/list-sources.server.ts";
import { bringInEnquiries } from "#app/imports/bring-in-enquiries.server.ts";
import { saveEnquiryMapping } from "#app/imports/check-enquiries.server.ts";
import { enquiryImportByIntent } from "#app/imports/enquiry-import-by-intent.server.ts";
import { type FoundEnquiryImport, findEnquiryImport } from "#app/imports/find-enquiry-import.server.ts";
import { listRowProblems } from "#app/imports/find-import.server.ts";
import { startEnquiryImport } from "#app/imports/start-enquiry-import.server.ts";
import type { Person } from "#app/people/person.ts";
import { db } from "#db/client.server.ts";
import { events } from "#db/schema/events.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { aDepartment, aPerson } from "#tests/support/factories.ts";
import { useFilesFolder } from "#tests/support/files-folder.ts";

useDatabase();
useFilesFolder();

async function* bytes(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

async function start(person: Person, lines: string[]): Promise<string> {
  const started = await startEnquiryImport({
    person,
    fileName: "desk.csv",
    chunks: bytes(lines.join("\r\n")),
  });
  if (started.outcome === "refused") throw new Error(started.problem);
  return started.id;
}

async function found(person: Person, id: string): Promise<FoundEnquiryImport> {
  return (await findEnquiryImport({ person, id }))!;
}

/** Presses a button of the file's page, its form filled in as the page offers it. */
async function press(person: Person, id: string, intent: string, also: Record<string, string> = {}) {
  const at = await found(person, id);
  const columns = Object.entries(at.mapping.columns).map(([key, name]) => [`column-${key}`, name]);
  const form: Record<string, string> = { ...Object.fromEntries(columns), ...also, intent };
  return enquiryImportByIntent({ person, found: at, one: (name) => form[name] ?? "" });
}

const heading = "Question Date,Patron Department,Location,Question Type,READ Scale,Count";

test("a desk tool's file is looked at, checked, counted once however often it comes, and taken back", async () => {
  const person = await aPerson({ role: "editor" });
  const department = await aDepartment({ name: "Informatics", nicknames: ["Comp Sci"] });
  const total = async () => (await countEnquiries({ department: department.slug })).total;
  const file = [
    heading,
    "03/11/2026,Comp Sci,Law desk,Directional,1,1",
    "03/11/2026,Comp Sci,Law desk,Directional,1,1",
    "14/11/2026,informatics,Online chat,Reference,4,2",
    "15/11/2026,Astrology,Law desk,Reference,,1",
    "16/11/2026,Comp Sci,Law desk,Gossip,9,none",
    "17/11/2099,Comp Sci,Law desk,Reference,2,1",
  ];
  const id = await start(person, file);
  expect((await found(person, id)).mapping).toMatchObject({
    columns: { askedOn: "Question Date", department: "Patron Department", source: "Location" },
    dates: "dmy",
  });
  await press(person, id, "check");
  expect((await found(person, id)).checked).toEqual({ posted: 3, alreadyThere: 0, refused: 3 });
  expect(await total()).toBe(0);
  const problems = await listRowProblems(id, 9);
  expect(problems.map(({ row }) => row)).toEqual([4, 5, 6]);
  expect(problems[1]?.problem).toBe(
    "“Gossip” is no kind of enquiry; “9” is no effort from 1 to 6; “none” is no number of enquiries",
  );

  await press(person, id, "import");
  await press(person, id, "import");
  expect(await found(person, id)).toMatchObject({ state: "finished", posted: 3, alreadyThere: 0 });
  expect(await total()).toBe(4);
  expect((await listSources()).map(({ name }) => name)).toContain("Law desk");

  const again = await start(person, [...file, "20/11/2026,Comp Sci,Law desk,Printing,1,5"]);
  await press(person, again, "check");
  expect((await found(person, again)).checked).toEqual({ posted: 1, alreadyThere: 3, refused: 3 });
  await press(person, again, "import");
  expect(await total()).toBe(9);
  await press(person, again, "undo");
  await press(person, again, "undo");
  expect(await found(person, again)).toMatchObject({ state: "undone", withdrawn: 1 });
  expect(await total()).toBe(4);

  const third = await start(person, [...file, "20/11/2026,Comp Sci,Law desk,Printing,1,5"]);
  await press(person, third, "check");
  expect((await found(person, third)).checked).toMatchObject({ posted: 1, alreadyThere: 3 });
  await press(person, third, "import");
  expect(await total()).toBe(9);
  const told = await db
    .select({ name: events.name })
    .from(events)
    .where(eq(events.subjectId, again))
    .orderBy(events.seq);
  expect(told.map(({ name }) => name)).toEqual(["import.started", "import.finished", "import.undone"]);
});

test("rows nobody can place are counted without a department when asked; a column forgotten is asked for", async () => {
  const person = await aPerson({ role: "editor" });
  const id = await start(person, ["When;School;How many", "2026-11-03;Astrology;7", "2026-11-04;;2"]);
  const refused = await press(person, id, "check", { lenient: "yes" });
  expect(refused).toMatchObject({
    outcome: "refused",
    errors: [{ id: "column-askedOn" }, { id: "column-source" }],
  });
  await press(person, id, "check", {
    "column-askedOn": "When",
    "default-source": "Enquiry desk",
    lenient: "yes",
  });
  expect((await found(person, id)).checked).toEqual({ posted: 2, alreadyThere: 0, refused: 0 });
  await press(person, id, "remap");
  expect((await found(person, id)).state).toBe("mapping");
  await press(person, id, "check", { "default-source": "Enquiry desk" });
  expect((await found(person, id)).checked).toEqual({ posted: 1, alreadyThere: 0, refused: 1 });
});

test("places whose small letters JavaScript and PostgreSQL write differently are counted", async () => {
  const person = await aPerson({ role: "editor" });
  const rows = ["İLETİŞİM", "İletişim", "İletişim", "ǅ desk"].map(
    (place) => `03/11/2026,,${place},Reference,4,1`,
  );
  const id = await start(person, [heading, ...rows]);
  await press(person, id, "check");
  await press(person, id, "import");
  expect(await found(person, id)).toMatchObject({ state: "finished", posted: 4 });
});

test("names too long are cut between characters, never within one", async () => {
  const person = await aPerson({ role: "editor" });
  const long = (most: number) => `${"x".repeat(most - 1)}😀 and more`;
  const headings = `${heading},${long(180)}`;
  const id = await start(person, [
    headings,
    `03/11/2026,,${long(enquiryLimits.sourceCharacters)},Reference,4,1,`,
  ]);
  await press(person, id, "check", { "column-department": `${"x".repeat(179)}` });
  await press(person, id, "import");
  expect(await found(person, id)).toMatchObject({ state: "finished", posted: 1 });
});

test("a file is for whoever brought it in; an administrator undoes it and no other editor sees it", async () => {
  const [owner, editor] = [await aPerson({ role: "editor" }), await aPerson({ role: "editor" })];
  const admin = await aPerson({ role: "admin" });
  const id = await start(owner, [heading, "03/11/2026,,Enquiry desk,Reference,4,2"]);
  await press(owner, id, "check");
  expect(await findEnquiryImport({ person: editor, id })).toBeUndefined();
  expect(await press(admin, id, "import")).toEqual({ outcome: "not-yours" });
  await press(owner, id, "import");
  await press(admin, id, "undo");
  expect((await found(owner, id)).state).toBe("undone");
});

test("a file may name as many new places as the list can hold, and rows of more are refused in words", async () => {
  const person = await aPerson({ role: "editor" });
  const before = (await listSources()).length;
  const file = [
    heading,
    ...Array.from({ length: 70 }, (_, at) => `03/11/2026,,Desk number ${at},Directional,1,1`),
  ];
  const id = await start(person, file);
  await press(person, id, "check");
  const room = enquiryLimits.sources - before;
  expect((await found(person, id)).checked).toMatchObject({ posted: room, refused: 70 - room });
  expect((await listRowProblems(id, 1))[0]?.problem).toContain("as many as the list can hold");
  await press(person, id, "import");
  expect(await listSources()).toHaveLength(enquiryLimits.sources);
});

test("what was set to be read otherwise after it was looked at is not counted as it was", async () => {
  const person = await aPerson({ role: "editor" });
  const id = await start(person, [heading, "03/11/2026,,Law desk,Directional,1,1"]);
  await press(person, id, "check");
  const lookedAt = await found(person, id);
  await saveEnquiryMapping({ ...lookedAt, mapping: { ...lookedAt.mapping, lenient: true } });
  await bringInEnquiries({ person, found: lookedAt });
  expect((await found(person, id)).state).toBe("mapping");
  await press(person, id, "check");
  const again = await found(person, id);
  await Promise.all([bringInEnquiries({ person, found: again }), bringInEnquiries({ person, found: again })]);
  expect(await found(person, id)).toMatchObject({ state: "finished", posted: 1 });
});

test("a press that comes while another finishes finds the file gone, and says no more than that it is finished", async () => {
  const person = await aPerson({ role: "editor" });
  const id = await start(person, [heading, "04/11/2026,,Law desk,Directional,1,3"]);
  await press(person, id, "check");
  const lookedAt = await found(person, id);
  await bringInEnquiries({ person, found: lookedAt });
  await bringInEnquiries({ person, found: lookedAt });
  expect(await found(person, id)).toMatchObject({ state: "finished", posted: 1 });
});
