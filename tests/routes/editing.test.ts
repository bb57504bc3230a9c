import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client.server.ts";
import { newId } from "#db/new-id.server.ts";
import { departments } from "#db/schema/departments.server.ts";
import { people } from "#db/schema/people.server.ts";
import { tagSynonyms, tags } from "#db/schema/vocabulary.server.ts";
import { useApp } from "#tests/support/app.ts";
import type { Client } from "#tests/support/client.ts";
import { type ADepartment, aDepartment, anInsight, aPerson, aTeam } from "#tests/support/factories.ts";

const app = useApp();

function versionIn(html: string): string {
  return /name="version" value="(\d+)"/.exec(html)?.[1] ?? "";
}

async function anInsightOfMine(
  body: string,
): Promise<{ client: Client; address: string; department: ADepartment }> {
  const [person, department] = [await aPerson(), await aDepartment()];
  const { id } = await anInsight({ person, departments: [department], body });
  return { client: await app.as(person), address: `/insights/${id}`, department };
}

test("an edit without script is seen on the page and found by the very next search", async () => {
  const { client, address, department } = await anInsightOfMine("Wants more plug sockets");
  const form = await client.get(`${address}/edit`);
  expect(form.text).toContain("Wants more plug sockets");
  const fields = {
    version: versionIn(form.text),
    body: "Wants more daylight lamps",
    departments: department.slug,
  };
  const saved = await client.post(`${address}/edit`, { ...fields, channel: "visit" });
  expect([saved.status, saved.location]).toEqual([302, address]);
  expect((await client.get(address)).text).toContain("Your changes are saved");
  expect((await client.get("/search?q=daylight+lamps")).text).toContain("1 insight");
  expect((await client.get("/search?q=plug+sockets")).text).not.toContain(address);
});

test("of two editors the second is shown both texts, and may save over it or not", async () => {
  const { client, address, department } = await anInsightOfMine("As it was");
  const version = versionIn((await client.get(`${address}/edit`)).text);
  const fields = { version, departments: department.slug, channel: "coffee" };
  await client.post(`${address}/edit`, { ...fields, body: "The first one’s words" });
  const conflict = await client.post(`${address}/edit`, { ...fields, body: "The second one’s words" });
  expect(conflict.status).toBe(409);
  expect(conflict.text).toContain("The first one’s words");
  expect(conflict.text).toContain("The second one’s words");
  const again = { ...fields, version: versionIn(conflict.text), body: "The second one’s words" };
  expect((await client.post(`${address}/edit`, again)).status).toBe(302);
  expect((await client.get(address)).text).toContain("The second one’s words");
});

test("edits of different words and fields that meet are brought together in the form", async () => {
  const { client, address, department } = await anInsightOfMine(
    "The map room closes in May, so all were told.",
  );
  const version = versionIn((await client.get(`${address}/edit`)).text);
  const fields = { version, departments: department.slug, visibility: "staff", kind: "observation" };
  const june = "The map room closes in June, so all were told.";
  await client.post(`${address}/edit`, { ...fields, channel: "visit", body: june });
  const sad = "The map room closes in May, so all were sad.";
  const conflict = await client.post(`${address}/edit`, { ...fields, channel: "coffee", body: sad });
  expect(conflict.status).toBe(409);
  expect(conflict.text).toContain("The map room closes in June, so all were sad.</textarea>");
  expect(conflict.text).toContain("Save both together");
  expect(conflict.text).toMatch(
    /<input[^>]*name="channel"[^>]*value="visit"|<option[^>]*value="visit"[^>]*selected/,
  );
});

test("what is wrong with an edit is said beside its field, and the text is kept", async () => {
  const { client, address, department } = await anInsightOfMine("As it was");
  const fields = { version: "1", departments: department.slug, channel: "nowhere" };
  const answer = await client.post(`${address}/edit`, { ...fields, body: "Words worth keeping" });
  expect(answer.status).toBe(400);
  expect(answer.text).toContain("Choose how you heard it from the list");
  expect(answer.text).toContain("Words worth keeping");
});

test("withdrawn it is gone for the others at once, found by nobody, and can be brought back", async () => {
  const { client, address } = await anInsightOfMine("An ibis on the roof garden");
  const other = await app.as(await aPerson());
  expect((await other.get("/search?q=ibis")).text).toContain(address);
  expect((await client.post(address, { intent: "withdraw" })).location).toBe(address);
  expect((await client.get(address)).status).toBe(200);
  expect((await other.get(address)).status).toBe(404);
  expect((await other.get("/search?q=ibis")).text).not.toContain(address);
  await client.post(address, { intent: "restore" });
  expect((await other.get("/search?q=ibis")).text).toContain(address);
});

test("hidden it tells its author by whom and why, an editor how to show it again, and others nothing", async () => {
  const { client, address } = await anInsightOfMine("Somebody’s telephone number");
  const editor = await app.as(await aPerson({ role: "editor", name: "Ines Editor" }));
  expect((await editor.post(address, { intent: "hide", reason: " " })).text).toContain(
    "Say why it is hidden",
  );
  await editor.post(address, { intent: "hide", reason: "holds a telephone number" });
  for (const reader of [client, editor]) {
    const page = await reader.get(address);
    expect(page.text).toContain("holds a telephone number");
    expect(page.text).toContain("Ines Editor");
  }
  expect((await (await app.as(await aPerson())).get(address)).status).toBe(404);
  expect((await editor.post(address, { intent: "unhide" })).status).toBe(302);
  expect((await (await app.as(await aPerson())).get(address)).status).toBe(200);
});

test("a tag deleted where it is written is gone; one chosen besides stays", async () => {
  const [person, department] = [await aPerson(), await aDepartment()];
  const tagId = newId();
  await db.insert(tags).values({ id: tagId, name: "open-access" });
  await db.insert(tagSynonyms).values({ id: newId(), tagId, name: "OA" });
  const body = "Heard about #furniture and #oa";
  const { id } = await anInsight({ person, departments: [department], body, sent: { tags: ["noise"] } });
  const client = await app.as(person);
  const form = await client.get(`/insights/${id}/edit`);
  expect(/<input[^>]*name="tags"[^>]*>/.exec(form.text)?.[0]).toContain('value="noise"');
  const fields = { version: versionIn(form.text), departments: department.slug, channel: "coffee" };
  await client.post(`/insights/${id}/edit`, { ...fields, tags: "noise", body: "Heard about furniture" });
  const { text } = await client.get(`/insights/${id}`);
  const links = [...text.matchAll(/href="\/tags\/([^"?]+)"/g)].map(([, tag]) => tag);
  expect(new Set(links)).toEqual(new Set(["noise"]));
});

test("the form of an insight offers what it is about already, closed since or not, and no other closed one", async () => {
  const [closing, another] = [await aDepartment(), await aDepartment({ closed: true })];
  const person = await aPerson();
  const { id } = await anInsight({ person, departments: [closing] });
  await db.update(departments).set({ closedAt: new Date() }).where(eq(departments.id, closing.id));
  const client = await app.as(person);
  const form = await client.get(`/insights/${id}/edit`);
  expect(form.text).toContain(`${closing.name} (closed)`);
  expect(form.text).not.toContain(another.name);
  expect((await client.get("/insights/new")).text).not.toContain(closing.name);
});

test("turned to “My team” after a move, it is found by the new team and counted for nobody else", async () => {
  const [before, after, department] = [await aTeam(), await aTeam(), await aDepartment()];
  const author = await aPerson({ team: before });
  const { id } = await anInsight({ person: author, departments: [department], body: "Wants a quokka mural" });
  await db.update(people).set({ teamId: after.id }).where(eq(people.id, author.id));
  const client = await app.as(author);
  const fields = { version: "1", departments: department.slug, channel: "coffee", body: "A quokka mural" };
  expect((await client.post(`/insights/${id}/edit`, { ...fields, visibility: "team" })).status).toBe(302);
  const [oldColleague, newColleague] = [
    await app.as(await aPerson({ team: before })),
    await app.as(await aPerson({ team: after })),
  ];
  expect((await newColleague.get("/search?q=quokka")).text).toContain("1 insight");
  const { text } = await oldColleague.get("/search?q=quokka");
  expect(text).not.toContain(`/insights/${id}`);
  expect(text).not.toContain("1 insight");
  expect((await oldColleague.get(`/insights/${id}`)).status).toBe(404);
});
