import { beforeAll, expect, test } from "vitest";
import { editInsight } from "#app/insights/edit-insight.server.ts";
import { findKnownTag } from "#app/insights/find-known-tag.server.ts";
import { readDraft } from "#app/insights/insight-draft.ts";
import type { Person } from "#app/people/person.ts";
import { dayIn } from "#app/settings/calendar.ts";
import { renameTag } from "#app/vocabulary/keep-tags.server.ts";
import { mergeTags } from "#app/vocabulary/merge-tags.server.ts";
import { checkInvariants } from "#db/check-invariants.server.ts";
import { useApp } from "#tests/support/app.ts";
import { aDepartment, anInsight, aPerson } from "#tests/support/factories.ts";
import { useFilesFolder } from "#tests/support/files-folder.ts";
import { bringIn } from "../imports/bring-in.ts";

useFilesFolder();
const app = useApp({ worker: false, search: false, settings: { MEILISEARCH: "off" } });

let author: Person;

async function tagId(name: string): Promise<string> {
  return (await findKnownTag({ person: author, name }))?.id ?? "";
}

beforeAll(async () => {
  author = await aPerson({ role: "editor" });
  const actorId = author.id;
  await anInsight({ body: "Known to everybody.", sent: { tags: ["buildings"] } });
  for (const name of [
    "estate-review",
    "estate-plan",
    "site-review",
    "stack-move",
    "stack-sold",
    "quiet-deal",
  ])
    await anInsight({ person: author, body: `Theirs: ${name}.`, sent: { visibility: "team", tags: [name] } });
  await renameTag({ actorId, tagId: await tagId("estate-review"), name: "annexe-closes" });
  await renameTag({ actorId, tagId: await tagId("estate-plan"), name: "annexe-shrinks" });
  await renameTag({ actorId, tagId: await tagId("site-review"), name: "gallery-closes" });
  await mergeTags({ actorId, fromId: await tagId("stack-move"), intoId: await tagId("stack-sold") });
  await mergeTags({ actorId, fromId: await tagId("quiet-deal"), intoId: await tagId("buildings") });
});

test.each([
  { how: "renamed", old: "estate-review", today: "annexe-closes" },
  { how: "made part of another hidden one", old: "stack-move", today: "stack-sold" },
  { how: "made part of one that everybody knows", old: "quiet-deal", today: "buildings" },
])("the old name of a hidden tag that was $how does not tell a stranger what it is called", async (of) => {
  const { old, today } = of;
  const stranger = await aPerson();
  const insight = await anInsight({ person: stranger, body: "Said by a stranger.", sent: { tags: [old] } });
  const client = await app.as(stranger);
  const page = (await client.get(`/insights/${insight.id}`)).text;
  expect(page).toContain(`/tags/${old}`);
  expect(page).not.toContain(today);
  const tag = (await client.get(`/tags/${old}`)).text;
  expect(tag).toContain("Said by a stranger.");
  expect(tag).not.toContain("Theirs");
  const theirs = (await (await app.as(author)).get(`/tags/${today}`)).text;
  expect(theirs).toContain(`Theirs: ${old}.`);
  expect(theirs).not.toContain("Said by a stranger.");
  const kept = await (await app.as(author)).get(`/settings/tags/${today}`);
  expect(kept.status).toBe(200);
  expect(kept.text).not.toContain(await tagId(old));
  expect(await checkInvariants()).toEqual([]);
});

test("nor in a file that is brought in", async () => {
  const editor = await aPerson({ role: "editor" });
  const { slug } = await aDepartment();
  const rows = [
    "Text;Departments;Channel;Date heard;Tags",
    `From a file.;${slug};coffee;3/11/2025;site-review`,
  ];
  await bringIn({ person: editor, file: rows.join("\n") });
  const client = await app.as(editor);
  const tag = (await client.get("/tags/site-review")).text;
  expect(tag).toContain("From a file.");
  expect(tag).not.toContain("Theirs");
  expect((await client.get("/tags/gallery-closes")).status).toBe(404);
  const theirs = (await (await app.as(author)).get("/tags/gallery-closes")).text;
  expect(theirs).toContain("Theirs: site-review.");
  expect(theirs).not.toContain("From a file.");
});

test("nor when it is written into an insight later, and whoever knows the tag goes on meaning it", async () => {
  const knowing = await anInsight({
    person: author,
    body: "Said by one of them.",
    sent: { visibility: "team", tags: ["estate-plan"] },
  });
  expect((await (await app.as(author)).get(`/insights/${knowing.id}`)).text).toContain("annexe-shrinks");
  const about = await aDepartment();
  const { id, person } = await anInsight({ departments: [about], body: "As it was." });
  const sent = { body: "With a name.", departments: [about.slug], channel: "coffee", tags: ["estate-plan"] };
  const read = readDraft(sent, { today: dayIn("Europe/London", new Date()) });
  if ("problems" in read) throw new Error("the draft cannot be read");
  expect(await editInsight({ person, id, version: 1, draft: read.draft })).toHaveProperty("version", 2);
  const page = (await (await app.as(person)).get(`/insights/${id}`)).text;
  expect(page).toContain("/tags/estate-plan");
  expect(page).not.toContain("annexe-shrinks");
});
