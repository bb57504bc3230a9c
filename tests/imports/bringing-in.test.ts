import { desc, eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { type FoundImport, listRowProblems } from "#app/imports/find-import.server.ts";
import { leftOut } from "#app/imports/import-mapping.ts";
import { listKept } from "#app/imports/list-kept.server.ts";
import { problemFile } from "#app/imports/problem-file.server.ts";
import { templateFile } from "#app/imports/template.ts";
import { checkImport, undoImport } from "#app/imports/turn-import.server.ts";
import { editInsight } from "#app/insights/edit-insight.server.ts";
import { readDraft } from "#app/insights/insight-draft.ts";
import type { Person } from "#app/people/person.ts";
import { dayIn, daysAfter, mondayOf } from "#app/settings/calendar.ts";
import { findWeeklyIssue } from "#app/weekly/find-weekly-issue.server.ts";
import { checkInvariants } from "#db/check-invariants.server.ts";
import { db } from "#db/client.server.ts";
import { departments } from "#db/schema/departments.server.ts";
import { events } from "#db/schema/events.server.ts";
import { insightDepartments, insights } from "#db/schema/insights.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { type ADepartment, aDepartment, anInsight, aPerson } from "#tests/support/factories.ts";
import { useFilesFolder } from "#tests/support/files-folder.ts";
import { aCheckedFile, bringIn, run } from "./bring-in.ts";

useFilesFolder();
useDatabase();

let person: Person;
let priya: Person;
let informatics: ADepartment;
const today = dayIn("Europe/London", new Date());

beforeAll(async () => {
  person = await aPerson({ role: "editor", name: "Ed Itor" });
  priya = await aPerson({ name: "Priya Shah", handle: "priya", email: "Priya.Shah@library.example" });
  informatics = await aDepartment({
    name: "Informatics",
    slug: "informatics",
    nicknames: ["Comp Sci"],
    oldNames: ["Department of Computing, Old Campus"],
  });
  await aDepartment({ name: "History; and Law", slug: "history-law" });
  await aDepartment({ name: "Closed Studies", slug: "closed", closed: true });
});

const heading = "Text;Departments;Channel;Date heard;Tags;Author;Kind;Basis;Who may see it;Number";
const file = (...rows: string[]): string => [heading, ...rows].join("\n");
const posted = (found: FoundImport) =>
  db.select().from(insights).where(eq(insights.importId, found.id)).orderBy(desc(insights.seq));

test("a row becomes an insight: author, team, day, words and source; heard then, posted now", async () => {
  const row =
    "Wants **one** page;comp sci;COFFEE;3/11/2023;open access, rdm;priya.shah@library.example;need;Fact;My team;n1";
  const { done } = await bringIn({ person, file: file(row) });
  const [insight] = await posted(done);
  expect(insight).toMatchObject({
    body: "Wants **one** page",
    plainText: "Wants one page",
    heardOn: "2023-11-03",
    postedWeek: mondayOf(today),
    authorId: priya.id,
    teamId: priya.team.id,
    kind: "need",
    basis: "fact",
    visibility: "team",
    source: "import",
    searchText: expect.stringContaining("comp sci"),
  });
  expect(insight?.searchText).toContain("open access");
  const [entry] = await db
    .select()
    .from(events)
    .where(eq(events.subjectId, insight?.id ?? ""));
  expect(entry).toMatchObject({ name: "insight.posted", actorId: person.id });
  const ledger = await db
    .select({ name: events.name })
    .from(events)
    .where(eq(events.subjectId, done.id))
    .orderBy(events.seq);
  expect(ledger.map(({ name }) => name)).toEqual(["import.started", "import.finished"]);
});

test.each([
  ["a name with a comma", "Department of Computing, Old Campus", ["informatics"]],
  ["a name with a semicolon", '"History; and Law"', ["history-law"]],
  ["two names", '"Informatics;history-law"', ["informatics", "history-law"]],
  ["two names and a comma", '"COMP SCI, history-law"', ["informatics", "history-law"]],
])("departments by %s", async (_, cell, slugs) => {
  const { done } = await bringIn({
    person,
    file: file(`About ${cell.length};${cell};coffee;;;;;;;d${cell.length}`),
  });
  const about = await db
    .select({ slug: departments.slug })
    .from(insights)
    .innerJoin(insightDepartments, eq(insightDepartments.insightId, insights.id))
    .innerJoin(departments, eq(departments.id, insightDepartments.departmentId))
    .where(eq(insights.importId, done.id))
    .orderBy(insightDepartments.position);
  expect(about.map(({ slug }) => slug)).toEqual(slugs);
});

test("what is wrong with each row is said, and the rest is posted", async () => {
  const rows = [
    "Good;informatics;coffee;;;;;;;ok1",
    ";informatics;coffee;;;;;;;x1",
    "Nowhere;Atlantis;coffee;;;;;;;x2",
    "Closed;Closed Studies;coffee;;;;;;;x3",
    "Pigeon;informatics;pigeon;;;;;;;x4",
    "Never;informatics;coffee;31/02/2024;;;;;;x5",
    `Tomorrow;informatics;coffee;${daysAfter(today, 2)};;;;;;x6`,
    "Kind;informatics;coffee;;;;nonsense;;;x7",
    "Tag;informatics;coffee;;12345;;;;;x8",
    "Cells;informatics;coffee;;;;;;;x9;more;and more",
    `${"x".repeat(21_000)};informatics;coffee;;;;;;;x10`,
  ];
  const { checked, done } = await bringIn({ person, file: file(...rows) });
  expect(checked.checked).toEqual({ posted: 1, alreadyThere: 0, refused: 10 });
  expect(done).toMatchObject({ posted: 1, alreadyThere: 0, refused: 10 });
  const problems = await listRowProblems(done.id, 20);
  const said = problems.map(({ row, problem }) => `${row}: ${problem}`);
  const words = [
    /what you heard/,
    /“Atlantis” is no dep/,
    /closed/,
    /“pigeon” is no ch/,
    /no date/,
    /future/,
    /no kind/,
    /cannot be a tag/,
    /12 cells under 10/,
    /too long/,
  ];
  for (const [at, word] of words.entries()) expect(said[at]).toMatch(word);
  expect(problems.map(({ row }) => row)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
});

test("refused rows come back as a file that is put right and brought in, with no formula in it", async () => {
  const rows = ["=cmd|'/C calc'!A0;Atlantis;coffee;;;;;;;p1", "-5 degrees;Atlantis;coffee;;;;;;;p2"];
  const { done } = await bringIn({ person, file: file(...rows) });
  let text = "";
  for await (const piece of problemFile(done)) text += piece;
  expect(text).toContain(`"'=cmd|'/C calc'!A0"`);
  expect(text).not.toMatch(/(^|,)"[=+\-@]/m);
  const again = await bringIn({ person, file: text.replaceAll("Atlantis", "informatics") });
  expect(again.done).toMatchObject({ posted: 2, refused: 0 });
  const bodies = (await posted(again.done)).map(({ body }) => body);
  expect(bodies).toEqual(["-5 degrees", "=cmd|'/C calc'!A0"]);
});

test("unknown values are told to mean a department or to be left out", async () => {
  const rows = [
    "One;Dept of CS;coffee;;;;;;;u1",
    "Two;dept OF cs;over tea;;;;;;;u2",
    "Three;Gone;coffee;;;;;;;u3",
  ];
  const checked = await aCheckedFile({ person, file: file(...rows) });
  expect(checked.unknown).toEqual([
    { of: "departments", value: "Dept of CS", rows: 2 },
    { of: "channel", value: "over tea", rows: 1 },
    { of: "departments", value: "Gone", rows: 1 },
  ]);
  const meanings = [
    { of: "departments" as const, value: "Dept of CS", means: "informatics" },
    { of: "channel" as const, value: "over tea", means: "coffee" },
    { of: "departments" as const, value: "Gone", means: leftOut },
  ];
  await checkImport({ person, id: checked.id, mapping: { ...checked.mapping, meanings } });
  const again = await run(person, checked.id);
  expect(again.checked).toEqual({ posted: 2, alreadyThere: 0, refused: 1 });
  expect(again.unknown).toEqual([]);
});

test("a row is known again by its number in the old system, and without one by all it says", async () => {
  const first = await bringIn({
    person,
    file: file("Said so;informatics;coffee;;;;;;;same", "Plain;informatics;coffee;;;;;;;"),
  });
  expect(first.done).toMatchObject({ posted: 2 });
  const later = [
    "Said otherwise;informatics;coffee;;;priya;;;;same",
    "Plain;informatics;coffee;;;;;;;",
    "Plain;informatics;coffee;;;;;;;",
    "Plainer;informatics;coffee;;;;;;;",
  ];
  const again = await bringIn({ person, file: file(...later) });
  expect(again.checked.checked).toEqual({ posted: 1, alreadyThere: 3, refused: 0 });
  expect(again.done).toMatchObject({ posted: 1, alreadyThere: 3, refused: 0 });
});

test("undone, what somebody has edited since stays and is listed", async () => {
  const { done } = await bringIn({
    person,
    file: file("Kept;informatics;coffee;;;;;;;k1", "Gone;informatics;coffee;;;;;;;k2"),
  });
  const [, kept] = await posted(done);
  const draft = readDraft(
    { body: "Kept and put right", departments: ["informatics"], channel: "coffee" },
    { today },
  );
  if ("problems" in draft) throw new Error("not a draft");
  await editInsight({ person, id: kept?.id ?? "", version: 1, draft: draft.draft });
  const admin = await aPerson({ role: "admin" });
  await undoImport({ person: admin, id: done.id });
  expect(await run(person, done.id)).toMatchObject({ state: "undone", withdrawn: 1 });
  expect(await listKept({ person, importId: done.id })).toEqual([
    { id: kept?.id, text: "Kept and put right" },
  ]);
  const [entry] = await db
    .select()
    .from(events)
    .where(eq(events.name, "import.undone"))
    .orderBy(desc(events.seq));
  expect(entry).toMatchObject({ actorId: admin.id, subjectId: done.id });
  expect(await checkInvariants()).toEqual([]);
});

test("this week's issue holds what was heard this week, and nothing under heard earlier, of what is brought in", async () => {
  const day = daysAfter(mondayOf(today), -30);
  const own = await anInsight({ person, departments: [informatics], sent: { heardOn: day } });
  await bringIn({
    person,
    file: file(`Old news;informatics;coffee;${day};;;;;;w1`, "New news;informatics;coffee;;;;;;;w2"),
  });
  const { issue } = await findWeeklyIssue({ person, monday: mondayOf(today) });
  expect(issue.heardEarlier.map(({ id }) => id)).toEqual([own.id]);
  const bodies = JSON.stringify(issue.groups);
  expect(bodies).toContain("New news");
});

test("the template is a file that can be brought in as it is", async () => {
  const template = templateFile({ department: "Informatics", channel: "Coffee", author: "priya" });
  const { done } = await bringIn({ person, file: template });
  expect(done).toMatchObject({ posted: 1, refused: 0 });
  const [insight] = await posted(done);
  expect(insight).toMatchObject({ authorId: priya.id, kind: "need", heardOn: "2024-11-03" });
});

test("a workbook, a PDF and an empty file are told from CSV", async () => {
  for (const [bytes, words] of [
    [Buffer.from("PK\u0003\u0004\0\0"), /workbook/],
    [Buffer.from("%PDF-1.7\n"), /PDF/],
    [Buffer.from(""), /empty/],
    [Buffer.from("a,b\n"), /no rows/],
    [Buffer.concat([Buffer.from("a,b\n"), Buffer.alloc(20)]), /not a text file/],
  ] as const) {
    await expect(aCheckedFile({ person, file: bytes })).rejects.toThrow(words);
  }
});

test("a long name nobody here has, and a long heading, are cut between characters", async () => {
  const name = `${"x".repeat(199)}😀 and more`;
  const rows = [`${heading};${"y".repeat(179)}😀 and more`, `Heard;${name};${name};3/11/2023;;;;;;;z`];
  const checked = await aCheckedFile({ person, file: rows.join("\n") });
  expect(checked).toMatchObject({ state: "checked", checked: { posted: 0, refused: 1 } });
  expect(JSON.stringify(checked)).not.toMatch(/\\ud8|\uFFFD/i);
});
