import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { hideInsight } from "#app/insights/hide-insight.server.ts";
import { withdrawComment } from "#app/insights/withdraw-comment.server.ts";
import type { Person } from "#app/people/person.ts";
import { findNamed } from "#app/search/find-named.server.ts";
import { mergeTags } from "#app/vocabulary/merge-tags.server.ts";
import { db } from "#db/client.server.ts";
import { newId } from "#db/new-id.server.ts";
import { contacts } from "#db/schema/department-entries.server.ts";
import { people } from "#db/schema/people.server.ts";
import { tagSynonyms, tags } from "#db/schema/vocabulary.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { aComment, aDepartment, anInsight, aPerson, aTeam } from "#tests/support/factories.ts";
import { injections } from "./injections.ts";

useDatabase();

let reader: Person;
let author: Person;
const remarks: Record<string, string> = {};

beforeAll(async () => {
  const team = await aTeam({ name: "Science team" });
  author = await aPerson({ name: "Siân Llewellyn", handle: "sian", team });
  reader = await aPerson({ name: "Tom Reader", handle: "tom" });
  const left = await aPerson({ name: "Siân Gone", handle: "gone" });
  await db.update(people).set({ disabledAt: new Date() }).where(eq(people.id, left.id));
  const faculty = await aDepartment({ name: "Faculty of Science", slug: "science", kind: "faculty" });
  const school = await aDepartment({
    name: "School of Informatics",
    slug: "informatics",
    nicknames: ["Comp Sci"],
    oldNames: ["Computing Laboratory"],
    parent: faculty,
  });
  const row = { departmentId: school.id, notedBy: author.id, editedBy: author.id };
  await db.insert(contacts).values([
    {
      id: newId(),
      ...row,
      name: "Prof. Ada Byron",
      role: "head",
      does: "Chairs the board",
      worksOn: "private 5G",
    },
    { id: newId(), ...row, name: "Ada Removed", role: "other" as const, removedAt: new Date() },
  ]);
  const tagId = newId();
  await db.insert(tags).values({ id: tagId, name: "rdm" });
  await db.insert(tagSynonyms).values({ id: newId(), tagId, name: "research data management" });
  const kept = await anInsight({
    person: author,
    departments: [school],
    sent: { visibility: "team", tags: ["kept-dotterel"] },
  });
  const open = await anInsight({ person: author, departments: [school], sent: { tags: ["seen-finch"] } });
  remarks.kept = await aComment({ insightId: kept.id, person: author, body: "Dotterel in the corridor" });
  remarks.open = await aComment({
    insightId: open.id,
    person: author,
    body: "Finches sing at the *printers*",
  });
  remarks.gone = await aComment({ insightId: open.id, person: author, body: "Finches sing, wrongly" });
  await withdrawComment({ person: author, insightId: open.id, id: remarks.gone });
});

const found = async (q: string, person = reader) =>
  (await findNamed({ person, request: { q, meanings: [] } })).map(
    ({ kind, title, to }) => `${kind} ${title} ${to}`,
  );

test.each([
  ["comp sci", ["department School of Informatics /departments/informatics"]],
  ["computing lab", ["department School of Informatics /departments/informatics"]],
  ["infromatics", ["department School of Informatics /departments/informatics"]],
  [
    "faculty sci",
    [
      "department Faculty of Science /departments/science",
      "department School of Informatics /departments/informatics",
    ],
  ],
  ["sian", ["person Siân Llewellyn /search?person=sian"]],
  ["llewelyn", ["person Siân Llewellyn /search?person=sian"]],
  ["research data", ["tag rdm /tags/rdm"]],
  ["RDM", ["tag rdm /tags/rdm"]],
  ["seen", ["tag seen-finch /tags/seen-finch"]],
  ["kept", []],
  ["dotterel", []],
  ["nothing at all like it", []],
  ["", []],
])("%s", async (q, expected) => {
  expect(await found(q)).toEqual(expected);
});

test("a contact is found by name and by what they work on, and not once taken off", async () => {
  for (const q of ["ada", "5g", "byron board"]) {
    expect(await found(q), q).toEqual([
      expect.stringMatching(/^contact Prof\. Ada Byron \/departments\/informatics\/contacts#/),
    ]);
  }
});

test("a comment is found where its insight may be read, by its words' other forms, and not once withdrawn", async () => {
  const [comment, ...others] = await findNamed({
    person: reader,
    request: { q: "finch sing", meanings: [] },
  });
  expect(comment).toMatchObject({ kind: "comment", key: remarks.open });
  expect(others.map(({ kind }) => kind)).not.toContain("comment");
  expect(comment?.title).toContain("\uE000");
  expect(comment?.to).toContain(`#comment-${remarks.open}`);
  expect((await found("dotterel", author)).filter((one) => one.startsWith("comment"))).toHaveLength(1);
  expect(await found("dotterel", author)).toContainEqual(expect.stringContaining("tag kept-dotterel"));
});

test("a tag that became part of another is found as that one", async () => {
  const [fromId, intoId] = [newId(), newId()];
  await db.insert(tags).values([
    { id: fromId, name: "old-nuthatch" },
    { id: intoId, name: "new-nuthatch" },
  ]);
  await mergeTags({ actorId: author.id, fromId, intoId });
  expect(await found("nuthatch")).toEqual(["tag new-nuthatch /tags/new-nuthatch"]);
});

test("what is hidden takes its comments with it", async () => {
  const editor = await aPerson({ role: "editor" });
  const { id } = await anInsight();
  await aComment({ insightId: id, body: "A wryneck called" });
  expect(await found("wryneck")).toHaveLength(1);
  await hideInsight({ person: editor, id, reason: "for the test" });
  expect(await found("wryneck")).toEqual([]);
});

test("hostile words find nothing they should not, and break nothing", async () => {
  for (const hostile of injections) {
    const all = (await found(hostile)).join();
    expect.soft(all, hostile).not.toMatch(/dotterel/i);
    await found(`dotterel ${hostile}`);
  }
});
