import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { addEntry } from "#app/departments/add-entry.server.ts";
import { changeEntry } from "#app/departments/change-entry.server.ts";
import type { ManyKind } from "#app/departments/entry.ts";
import { readEntry } from "#app/departments/entry-tables.server.ts";
import { findDepartmentEntries } from "#app/departments/find-department-entries.server.ts";
import { listApproaches, listApproachesElsewhere } from "#app/departments/list-approaches.server.ts";
import { canAddEntry, canChangeEntry, canKeepProfile } from "#app/departments/policy.ts";
import { removeEntry } from "#app/departments/remove-entry.server.ts";
import { saveProfile } from "#app/departments/save-profile.server.ts";
import { listQuestionsToAsk } from "#app/insights/list-questions-to-ask.server.ts";
import { db } from "#db/client.server.ts";
import { newId } from "#db/new-id.server.ts";
import { departmentRevisions, questionAnswers } from "#db/schema/department-entries.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { aDepartment, anInsight, aPerson, aTeam } from "#tests/support/factories.ts";
import { anEntry, aProfile, filledIn } from "./entries.ts";

useDatabase();

const versionsOf = (id: string) =>
  db
    .select({ version: departmentRevisions.version, removed: departmentRevisions.removed })
    .from(departmentRevisions)
    .where(eq(departmentRevisions.subjectId, id))
    .orderBy(departmentRevisions.version);

describe.each(Object.keys(filledIn) as ManyKind[])("a %s", (kind) => {
  test("is added once, changed by version, taken away and brought back, and all of it is remembered", async () => {
    const [person, department] = [await aPerson(), await aDepartment()];
    const read = readEntry(kind, filledIn[kind]);
    if ("problems" in read) throw new Error(JSON.stringify(read.problems));
    const entry = { person, departmentId: department.id, kind, id: newId() };
    expect(await addEntry({ ...entry, draft: read.draft })).toEqual({ outcome: "done" });
    expect(await addEntry({ ...entry, draft: read.draft })).toEqual({ outcome: "done" });
    expect(await versionsOf(entry.id)).toHaveLength(1);
    expect(await changeEntry({ ...entry, version: 1, draft: read.draft })).toEqual({ outcome: "done" });
    expect(await changeEntry({ ...entry, version: 1, draft: read.draft }), "sent twice").toEqual({
      outcome: "done",
    });
    const other = { ...read.draft, said: { ...read.draft.said, more: "Something else" } };
    expect(await changeEntry({ ...entry, version: 1, draft: other })).toEqual({
      outcome: "changed-meanwhile",
    });
    expect(await removeEntry({ ...entry, removed: true })).toEqual({ outcome: "done" });
    expect(await changeEntry({ ...entry, version: 3, draft: read.draft })).toEqual({
      outcome: "changed-meanwhile",
    });
    expect(await removeEntry({ ...entry, removed: false })).toEqual({ outcome: "done" });
    expect(await versionsOf(entry.id)).toEqual([
      { version: 1, removed: false },
      { version: 2, removed: false },
      { version: 3, removed: true },
      { version: 4, removed: false },
    ]);
    const elsewhere = { ...entry, departmentId: (await aDepartment()).id };
    expect(await removeEntry({ ...elsewhere, removed: true })).toEqual({ outcome: "not-there" });
  });
});

test.each([
  ["contact", { name: " " }, "name"],
  ["contact", { role: "dean" }, "role"],
  ["contact", { since: "2026-02-30" }, "since"],
  ["contact", { until: "2020-01-01" }, "until"],
  ["source", { address: "javascript:alert(1)" }, "address"],
  ["source", { everyWeeks: "0" }, "everyWeeks"],
  ["source", { everyWeeks: "53" }, "everyWeeks"],
  ["approach", { madeOn: "yesterday" }, "madeOn"],
  ["approach", { outcome: "hostile" }, "outcome"],
  ["question", { question: "x".repeat(301) }, "question"],
  ["sentence", { sentence: "…" }, "sentence"],
] as const)("a %s with %j is refused", (kind, wrong, field) => {
  const read = readEntry(kind, { ...filledIn[kind], ...wrong });
  expect(read).toHaveProperty(["problems", field], expect.any(String));
});

test("the id of an entry of another kind is none to add one by", async () => {
  const [person, department] = [await aPerson(), await aDepartment()];
  const id = await anEntry({ kind: "contact", department, person });
  const read = readEntry("question", filledIn.question);
  if ("problems" in read) throw new Error(JSON.stringify(read.problems));
  const entry = { person, departmentId: department.id, kind: "question", id, draft: read.draft } as const;
  expect(await addEntry(entry)).toEqual({ outcome: "not-there" });
  expect(await versionsOf(id)).toHaveLength(1);
});

test("two who write a profile at once do not overwrite one another", async () => {
  const [person, department] = [await aPerson(), await aDepartment()];
  const save = (version: number, coreBusiness: string) =>
    saveProfile({ person, departmentId: department.id, version, draft: aProfile({ coreBusiness }) });
  expect((await save(0, "Teaching")).outcome).toBe("done");
  expect((await save(0, "Research")).outcome).toBe("changed-meanwhile");
  expect((await save(0, "Teaching")).outcome, "sent twice").toBe("done");
  expect((await save(1, "Both")).outcome).toBe("done");
  const found = await findDepartmentEntries(department.slug);
  expect(found?.profile).toMatchObject({ version: 2, coreBusiness: "Both", edited: { by: person.name } });
});

test("a department's contacts say who noted them, and its needs stand by service", async () => {
  const [person, department] = [await aPerson(), await aDepartment()];
  await anEntry({ kind: "contact", department, person });
  const found = await findDepartmentEntries(department.slug);
  expect(found?.contacts).toMatchObject([
    {
      name: "Dr Ada Osei",
      role: "library-friend",
      since: "2024-09-01",
      until: null,
      noted: { by: person.name },
    },
  ]);
  expect(found?.needs.length).toBeGreaterThan(4);
  expect(found?.needs.every(({ state }) => state === null)).toBe(true);
  expect(await findDepartmentEntries("no such thing")).toBe(undefined);
});

test("approaches that worked are shown to departments of the same kind or faculty", async () => {
  const faculty = await aDepartment({ kind: "faculty" });
  const [own, near, far, service] = [
    await aDepartment({ parent: faculty, kind: "external" }),
    await aDepartment({ parent: faculty, kind: "external" }),
    await aDepartment({ kind: "external" }),
    await aDepartment({ kind: "service" }),
  ];
  await anEntry({ kind: "approach", department: own });
  await anEntry({ kind: "approach", department: far, sent: { madeOn: "2026-11-20" } });
  const first = await anEntry({ kind: "approach", department: near });
  await anEntry({ kind: "approach", department: near, sent: { outcome: "no-time" } });
  await anEntry({ kind: "approach", department: service });
  const elsewhere = await listApproachesElsewhere(own.id);
  expect(elsewhere.map(({ department }) => department.id)).toEqual([near.id, far.id]);
  expect(elsewhere[0]?.id).toBe(first);
  expect(await listApproaches(near.id)).toHaveLength(2);
});

test("a question answered by an insight one may not read is open still", async () => {
  const team = await aTeam();
  const [author, mate, other] = [await aPerson({ team }), await aPerson({ team }), await aPerson()];
  const department = await aDepartment();
  const questionId = await anEntry({ kind: "question", department });
  const { id: insightId } = await anInsight({
    person: author,
    departments: [department],
    sent: { visibility: "team" },
  });
  await db.insert(questionAnswers).values({ questionId, insightId, personId: author.id });
  const answersFor = async (person: typeof author) =>
    (await listQuestionsToAsk({ person, departmentId: department.id }))[0]?.answers.length;
  expect(await answersFor(mate)).toBe(1);
  expect(await answersFor(other)).toBe(0);
});

test("who may keep what is said in sentences", async () => {
  const [liaison, assistant, editor] = [
    await aPerson(),
    await aPerson({ role: "assistant" }),
    await aPerson({ role: "editor" }),
  ];
  const department = { liaisons: [{ handle: liaison.handle }] };
  const noted = { noted: { handle: assistant.handle } };
  expect(canKeepProfile(liaison, department)).toBe(true);
  expect(canKeepProfile(editor, department)).toBe(true);
  expect(canKeepProfile(await aPerson(), department)).toBe(false);
  expect(canAddEntry(assistant, "question", department)).toBe(true);
  expect(canAddEntry(assistant, "contact", department)).toBe(false);
  expect(canChangeEntry(assistant, "approach", department, noted)).toBe(true);
  expect(canChangeEntry(assistant, "contact", department, noted)).toBe(false);
  expect(canChangeEntry(liaison, "approach", department, noted)).toBe(true);
});
