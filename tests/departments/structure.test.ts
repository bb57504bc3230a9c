import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { addDepartment } from "#app/departments/add-department.server.ts";
import { closeDepartment } from "#app/departments/close-department.server.ts";
import { namesIn, slugFor } from "#app/departments/department-draft.ts";
import { findDepartment } from "#app/departments/find-department.server.ts";
import { findDepartmentEntries } from "#app/departments/find-department-entries.server.ts";
import { listStructureChanges } from "#app/departments/list-structure-changes.server.ts";
import { mergeDepartments } from "#app/departments/merge-departments.server.ts";
import { moveDepartment } from "#app/departments/move-department.server.ts";
import { renameDepartment } from "#app/departments/rename-department.server.ts";
import { saveProfile } from "#app/departments/save-profile.server.ts";
import { splitDepartment } from "#app/departments/split-department.server.ts";
import { undoStructureChange } from "#app/departments/undo-structure-change.server.ts";
import { listDepartmentInsights } from "#app/insights/list-insight-cards.server.ts";
import { readableInSql } from "#app/insights/readable.server.ts";
import { readingRule } from "#app/insights/readable.ts";
import { refreshDepartmentWords } from "#app/insights/refresh-department-words.server.ts";
import { checkInvariants } from "#db/check-invariants.server.ts";
import { db } from "#db/client.server.ts";
import { newId } from "#db/new-id.server.ts";
import { insights } from "#db/schema/insights.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { type ADepartment, aDepartment, aLiaison, anInsight, aPerson } from "#tests/support/factories.ts";
import { anEntry, aProfile, filledIn } from "./entries.ts";

useDatabase();
const today = "2026-11-28";
const done = (slug: string) => ({ outcome: "done", slug });

/** Undoes the last that was done to it. */
async function undo(department: ADepartment) {
  const [last] = (await listStructureChanges(department.id)).filter(({ undoneAt }) => !undoneAt);
  if (!last) throw new Error("nothing was done to it");
  const person = await aPerson({ role: "editor" });
  return undoStructureChange({ person, id: last.id, readable: readableInSql(readingRule(person)) });
}

async function searchTextOf(id: string): Promise<string> {
  const [row] = await db.select({ text: insights.searchText }).from(insights).where(eq(insights.id, id));
  return row?.text ?? "";
}

test("names make addresses that nothing else has", () => {
  expect(slugFor("School of the Built Environment", new Set())).toBe("built-environment");
  expect(slugFor("Sociología y Más", new Set())).toBe("sociologia-y-mas");
  expect(slugFor("Law", new Set(["law", "law-2"]))).toBe("law-3");
  expect(slugFor("New", new Set())).toBe("new-2");
  expect(slugFor("図書館", new Set())).toBe("department");
  expect(namesIn("CS, Comp Sci; cs\n , ")).toEqual(["cs", "Comp Sci"]);
});

test("one is added once, renamed with its old name kept, and both undone", async () => {
  const person = await aPerson({ role: "editor" });
  const id = newId();
  const draft = { name: "Institute of Clouds", kind: "school", parent: "", nicknames: ["Clouds"] } as const;
  const added = { person, id, draft: { ...draft, nicknames: [...draft.nicknames] } };
  expect(await addDepartment(added)).toEqual(done("institute-of-clouds"));
  expect(await addDepartment(added)).toEqual(done("institute-of-clouds"));
  expect(await addDepartment({ ...added, id: newId() })).toHaveProperty("problems.name");
  const slug = "institute-of-clouds";
  expect(await renameDepartment({ person, slug, name: "Institute of Weather" })).toEqual(done(slug));
  const found = await findDepartment(slug);
  expect(found).toMatchObject({ name: "Institute of Weather" });
  expect(found?.aliases).toContainEqual({ name: "Institute of Clouds", kind: "old-name" });
  const own = { id, slug, name: "" };
  expect(await undo(own)).toEqual(done(slug));
  expect(await findDepartment(slug)).toMatchObject({
    name: "Institute of Clouds",
    aliases: [{ name: "Clouds" }],
  });
  expect(await undo(own)).toEqual(done(slug));
  expect(await findDepartment(slug)).toMatchObject({ closed: true });
});

test("one moves with all beneath it, never beneath itself, and back", async () => {
  const person = await aPerson({ role: "editor" });
  const [faculty, other] = [await aDepartment({ kind: "faculty" }), await aDepartment({ kind: "faculty" })];
  const school = await aDepartment({ parent: faculty });
  const move = (slug: string, parent: string) => moveDepartment({ person, slug, parent, kind: "school" });
  expect(await move(school.slug, other.slug)).toEqual(done(school.slug));
  expect((await findDepartment(school.slug))?.parent?.slug).toBe(other.slug);
  expect(await move(other.slug, school.slug)).toHaveProperty("problems.parent");
  expect(await move(school.slug, "nowhere")).toHaveProperty("problems.parent");
  expect(await closeDepartment({ person, slug: other.slug, closed: true })).toHaveProperty("problems.closed");
  expect(await undo(school)).toEqual(done(school.slug));
  expect((await findDepartment(school.slug))?.parent?.slug).toBe(faculty.slug);
});

test("two become one and two again, and nothing is lost on the way", async () => {
  const [person, reader] = [await aPerson({ role: "editor" }), await aPerson()];
  const [one, two] = [await aDepartment({ nicknames: ["Ones"] }), await aDepartment()];
  const child = await aDepartment({ parent: one });
  await aLiaison({ department: one, person: reader });
  await saveProfile({ person, departmentId: one.id, version: 0, draft: aProfile({ size: "12" }) });
  for (const kind of Object.keys(filledIn) as (keyof typeof filledIn)[])
    await anEntry({ kind, department: one });
  const of = async (slug: string) =>
    (await listDepartmentInsights({ person: reader, slug })).cards.map(({ id }) => id).sort();
  const first = await anInsight({ departments: [one] });
  const both = await anInsight({ departments: [one, two] });
  const second = await anInsight({ departments: [two] });

  expect(await mergeDepartments({ person, slug: one.slug, into: two.slug, today })).toEqual(done(two.slug));
  expect(await of(two.slug)).toEqual([first.id, both.id, second.id].sort());
  const merged = await findDepartment(two.slug);
  expect(merged?.aliases.map(({ name }) => name)).toEqual(expect.arrayContaining([one.name, "Ones"]));
  expect(merged?.liaisons).toMatchObject([{ handle: reader.handle, part: "co-owner" }]);
  expect(merged?.children.map(({ id }) => id)).toEqual([child.id]);
  expect(await findDepartment(one.slug)).toMatchObject({ closed: true, mergedInto: { slug: two.slug } });
  expect(await findDepartmentEntries(two.slug)).toMatchObject({ profile: { size: "12" }, contacts: [{}] });
  for await (const _ of refreshDepartmentWords([one.id]));
  expect(await searchTextOf(first.id)).toContain(one.name.toLowerCase());
  expect(await searchTextOf(second.id)).toContain("ones");
  expect(await checkInvariants()).toEqual([]);

  const later = await anInsight({ departments: [two] });
  expect(await undo(one)).toEqual(done(one.slug));
  expect(await of(one.slug)).toEqual([first.id, both.id].sort());
  expect(await of(two.slug)).toEqual([both.id, second.id, later.id].sort());
  expect((await findDepartment(two.slug))?.aliases).toEqual([]);
  expect(await findDepartment(one.slug)).toMatchObject({
    closed: false,
    mergedInto: null,
    liaisons: [{ handle: reader.handle, part: "owner" }],
    children: [{ id: child.id }],
  });
  expect(await findDepartmentEntries(one.slug)).toMatchObject({ profile: { size: "12" }, contacts: [{}] });
  for await (const _ of refreshDepartmentWords([one.id]));
  expect(await searchTextOf(second.id)).not.toContain("ones");
  expect(await checkInvariants()).toEqual([]);
});

test("what went into another cannot be undone while that has gone on, and says so", async () => {
  const person = await aPerson({ role: "editor" });
  const [one, two, three] = [await aDepartment(), await aDepartment(), await aDepartment()];
  await mergeDepartments({ person, slug: one.slug, into: two.slug, today });
  await mergeDepartments({ person, slug: two.slug, into: three.slug, today });
  const [first] = (await listStructureChanges(one.id)).filter(({ other }) => other?.slug === two.slug);
  const undone = await undoStructureChange({ person, id: first?.id ?? "", readable: sql`true` });
  expect(undone).toHaveProperty("problems.undo", expect.stringContaining("yet another"));
  expect(await mergeDepartments({ person, slug: three.slug, into: three.slug, today })).toHaveProperty(
    "problems.into",
  );
});

test("one is split in two that its name finds, and opened again while nothing was heard of them", async () => {
  const person = await aPerson({ role: "editor" });
  const [own, owner] = [await aDepartment(), await aPerson()];
  await aLiaison({ department: own, person: owner });
  const names = ["Split Left", "Split Right"];
  expect(await splitDepartment({ person, slug: own.slug, names: ["Alone"], today })).toHaveProperty(
    "problems.names",
  );
  expect(await splitDepartment({ person, slug: own.slug, names, today })).toEqual(done(own.slug));
  const left = await findDepartment("split-left");
  expect(left).toMatchObject({
    splitFrom: { id: own.id },
    aliases: [{ name: own.name, kind: "old-name" }],
    liaisons: [{ handle: owner.handle }],
  });
  expect(await findDepartment(own.slug)).toMatchObject({
    closed: true,
    parts: names.map((name) => ({ name })),
  });
  const heard = await anInsight({ departments: [{ id: left?.id ?? "", slug: "split-left", name: "" }] });
  expect(await undo(own)).toHaveProperty("problems.undo", expect.stringContaining("heard"));
  expect(heard.id).toBeTruthy();
});

test("an undo is not refused because of what the editor may not read", async () => {
  const person = await aPerson({ role: "editor" });
  const own = await aDepartment();
  const names = ["Hushed Left", "Hushed Right"];
  await splitDepartment({ person, slug: own.slug, names, today });
  const draft = { name: "Hushed", kind: "school" as const, parent: "", nicknames: [] };
  const id = newId();
  await addDepartment({ person, id, draft });
  const left = await findDepartment("hushed-left");
  const quiet = [
    { id: left?.id ?? "", slug: "hushed-left", name: "" },
    { id, slug: "hushed", name: "" },
  ];
  await anInsight({ departments: quiet, sent: { visibility: "me" } });
  expect(await undo(own)).toEqual(done(own.slug));
  expect(await undo({ id, slug: "hushed", name: "" })).toEqual(done("hushed"));
  expect(await findDepartment("hushed-left"), "what is about it stays with it").toMatchObject({
    closed: true,
  });
  expect(await checkInvariants()).toEqual([]);
});
