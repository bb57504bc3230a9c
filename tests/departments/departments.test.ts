import { expect, test } from "vitest";
import { type Branch, departmentTree } from "#app/departments/department-tree.ts";
import { findDepartment } from "#app/departments/find-department.server.ts";
import { type DepartmentEntry, listDepartments } from "#app/departments/list-departments.server.ts";
import { listFormChoices } from "#app/insights/list-form-choices.server.ts";
import { listLastHeard } from "#app/insights/list-last-heard.server.ts";
import { withdrawInsight } from "#app/insights/withdraw-insight.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { aDepartment, aLiaison, anInsight, aPerson } from "#tests/support/factories.ts";

useDatabase();

function names(branches: Branch<DepartmentEntry>[]): unknown[] {
  return branches.map(({ name, children }) => (children.length > 0 ? [name, names(children)] : name));
}

test("departments form a tree, each branch by name", async () => {
  const science = await aDepartment({ name: "A Science", kind: "faculty" });
  const physics = await aDepartment({ name: "B Physics", parent: science });
  await aDepartment({ name: "A Chemistry", parent: science });
  await aDepartment({ name: "Optics", parent: physics, kind: "research-group" });
  const tree = names(departmentTree(await listDepartments()));
  expect(tree).toContainEqual(["A Science", ["A Chemistry", ["B Physics", ["Optics"]]]]);
});

test("one whose parent is not shown stands at the top, and nothing is lost", () => {
  const entries = [
    { id: "a", parentId: "gone" },
    { id: "b", parentId: "a" },
    { id: "c", parentId: null },
  ];
  const tree = departmentTree(entries);
  expect(tree.map(({ id, children }) => [id, children.map((child) => child.id)])).toEqual([
    ["a", ["b"]],
    ["c", []],
  ]);
});

test("a department knows its kind, its place, its other names and who looks after it today", async () => {
  const faculty = await aDepartment({ name: "Faculty of Science", kind: "faculty" });
  const given = { name: "School of Informatics", nicknames: ["Comp Sci"], oldNames: ["Computing"] };
  const school = await aDepartment({ ...given, parent: faculty });
  const group = await aDepartment({ name: "Robotics", parent: school, kind: "research-group" });
  const [owner, co, before] = [await aPerson(), await aPerson(), await aPerson()];
  await aLiaison({ department: school, person: before, from: "2020-01-01", until: "2024-08-31" });
  await aLiaison({ department: school, person: co, part: "co-owner" });
  await aLiaison({ department: school, person: owner, from: "2024-09-01" });
  const found = await findDepartment(school.slug);
  expect(found).toMatchObject({
    name: "School of Informatics",
    kind: "school",
    closed: false,
    parent: { slug: faculty.slug },
    children: [{ slug: group.slug }],
    aliases: [
      { name: "Comp Sci", kind: "nickname" },
      { name: "Computing", kind: "old-name" },
    ],
  });
  expect(found?.liaisons.map(({ handle, part }) => [handle, part])).toEqual([
    [owner.handle, "owner"],
    [co.handle, "co-owner"],
  ]);
  expect(Object.keys(found?.liaisons[0] ?? {})).not.toContain("email");
});

test.each([
  "nowhere",
  "",
  "\u0000",
  "ä",
  "a".repeat(81),
  "'; drop table departments",
  "../etc",
  "constructor",
])("there is no department at “%s”", async (slug) => expect(await findDepartment(slug)).toBeUndefined());

test("a closed department keeps its page and is offered to nobody who posts", async () => {
  const [open, closed] = [await aDepartment(), await aDepartment({ closed: true })];
  expect(await findDepartment(closed.slug)).toMatchObject({ closed: true });
  const { choices } = await listFormChoices({ person: await aPerson() });
  const slugs = choices.departments.map(({ slug }) => slug);
  expect([slugs.includes(open.slug), slugs.includes(closed.slug)]).toEqual([true, false]);
});

test("in lists a department comes once, with every other name it goes by", async () => {
  const { id } = await aDepartment({ nicknames: ["Maths", "Sums"], oldNames: ["Reckoning"] });
  const listed = (await listDepartments()).filter((entry) => entry.id === id);
  expect(listed.map(({ aliases }) => aliases)).toEqual([["Maths", "Reckoning", "Sums"]]);
});

test("last heard is the latest day of what this person may read, whenever it was posted", async () => {
  const department = await aDepartment();
  const about = { departments: [department] };
  const author = await aPerson();
  const [mate, stranger] = [await aPerson({ team: author.team }), await aPerson({ role: "admin" })];
  const lastFor = async (person = stranger) => (await listLastHeard({ person })).get(department.id);
  expect(await lastFor()).toBeUndefined();
  await anInsight({ ...about, sent: { heardOn: "2026-03-05" } });
  await anInsight({ ...about, sent: { heardOn: "2026-03-01" } });
  await anInsight({ ...about, person: author, sent: { heardOn: "2026-04-01", visibility: "team" } });
  await anInsight({ ...about, person: author, sent: { heardOn: "2026-05-01", visibility: "me" } });
  const { id, person } = await anInsight({ ...about, sent: { heardOn: "2026-06-01" } });
  await withdrawInsight({ person, id });
  expect([await lastFor(), await lastFor(mate), await lastFor(author)]).toEqual([
    "2026-03-05",
    "2026-04-01",
    "2026-05-01",
  ]);
});
