import { expect, test } from "vitest";
import { useApp } from "#tests/support/app.ts";
import { aPerson } from "#tests/support/factories.ts";

const app = useApp({ worker: false, search: false });

const filled = {
  intent: "add",
  name: "Coffee with a dean",
  body: "What they drank:",
  kind: "need",
  channel: "coffee",
};

test("a library comes with three templates, and the posting form begins with one by its address", async () => {
  const client = await app.as(await aPerson());
  const page = await client.get("/insights/new?template=complaint-heard-at-the-desk");
  expect(page.text).toMatch(/<textarea[^>]*>What went wrong: \n?For how many/);
  expect(page.text).toContain('href="/insights/new?template=met-a-new-head"');
  expect(page.text).toMatch(/<option[^>]*value="problem"[^>]*selected/);
  const unknown = await client.get("/insights/new?template=nobody-made-this");
  expect(unknown.text).toMatch(/<textarea[^>]*><\/textarea>/);
});

test("an editor adds one once, changes it, orders it and offers it no longer", async () => {
  const client = await app.as(await aPerson({ role: "editor" }));
  const id = crypto.randomUUID();
  const send = (sent: Record<string, string>) => client.post("/settings/templates", { id, ...sent });
  expect((await send(filled)).status).toBe(302);
  expect((await send(filled)).status).toBe(302);
  const order = async () =>
    [...(await client.get("/settings/templates")).text.matchAll(/<li id="([^"]+)"/g)].map(([, each]) => each);
  expect(await order()).toHaveLength(4);
  expect((await order()).at(-1)).toBe(id);

  const taken = await client.post("/settings/templates", {
    ...filled,
    id: crypto.randomUUID(),
    name: "coffee with a DEAN",
  });
  expect(taken.status).toBe(400);
  expect(taken.text).toContain("Another template has that name");
  expect(taken.text).toContain("What they drank:");

  await send({ intent: "up" });
  expect((await order()).indexOf(id)).toBe(2);
  for (let times = 0; times < 4; times++) await send({ intent: "up" });
  expect((await order())[0]).toBe(id);

  await send({ ...filled, intent: "change", body: "What they ate:" });
  const form = async () => (await client.get("/insights/new?template=coffee-with-a-dean")).text;
  expect(await form()).toContain("What they ate:");
  await send({ intent: "retire" });
  expect(await form()).not.toContain("What they ate:");
  await send({ intent: "offer" });
  expect(await form()).toContain("What they ate:");
});

test.each([
  [{ name: "" }, "Give it a name"],
  [{ name: "!!!" }, "Give it a name"],
  [{ body: " " }, "Write what the text begins with"],
  [{ channel: "pigeon" }, "Choose a channel from the list"],
  [{ kind: "rumour" }, "Choose a kind from the list"],
])("%j is refused beside its field, with what was typed", async (wrong, message) => {
  const client = await app.as(await aPerson({ role: "admin" }));
  const sent = { ...filled, id: crypto.randomUUID(), name: `Once ${crypto.randomUUID()}`, ...wrong };
  const answer = await client.post("/settings/templates", sent);
  expect(answer.status).toBe(400);
  expect(answer.text).toContain(message);
});
