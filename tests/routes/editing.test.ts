import { expect, test } from "vitest";
import { useApp } from "#tests/support/app.ts";
import type { Client } from "#tests/support/client.ts";
import { type ADepartment, aDepartment, anInsight, aPerson } from "#tests/support/factories.ts";

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
