import { expect, test } from "vitest";
import { useApp } from "#tests/support/app.ts";
import { anInsight, aPerson } from "#tests/support/factories.ts";

const app = useApp({ worker: false, search: false, settings: { MEILISEARCH: "off" } });

test("an editor adds a channel once, renames it, orders it, and offers it no longer; what was heard there stays", async () => {
  const client = await app.as(await aPerson({ role: "editor" }));
  const id = crypto.randomUUID();
  const send = (sent: Record<string, string>) => client.post("/settings/channels", { id, ...sent });
  const filled = { name: "Bus stop", phrase: "at the bus stop", formality: "informal" };
  expect((await send({ intent: "add", ...filled })).status).toBe(302);
  expect((await send({ intent: "add", ...filled })).status).toBe(302);
  const form = async () => (await client.get("/insights/new")).text;
  expect((await form()).match(/<option[^>]*value="bus-stop"/g)).toHaveLength(1);
  const insight = await anInsight({ sent: { channel: "bus-stop" } });
  const taken = await client.post("/settings/channels", {
    id: crypto.randomUUID(),
    intent: "add",
    ...filled,
    name: "Coffee",
  });
  expect([taken.status, taken.text.includes("Another channel has that name")]).toEqual([400, true]);
  expect(
    (
      await send({
        intent: "change",
        ...filled,
        name: "Tram stop",
        phrase: "at the tram stop",
        formality: "formal",
      })
    ).status,
  ).toBe(302);
  expect((await client.get(`/insights/${insight.id}`)).text).toContain("at the tram stop");
  const order = async () =>
    [...(await form()).matchAll(/<option[^>]*value="([a-z-]+)"/g)].map(([, slug]) => slug);
  const before = (await order()).indexOf("bus-stop");
  await send({ intent: "up" });
  expect((await order()).indexOf("bus-stop")).toBe(before - 1);
  await send({ intent: "retire" });
  expect(await form()).not.toContain('value="bus-stop"');
  expect((await client.get(`/insights/${insight.id}`)).text).toContain("at the tram stop");
  await send({ intent: "offer" });
  expect(await form()).toContain('value="bus-stop"');
  expect((await send({ intent: "change", ...filled, name: " " })).text).toContain("Give it a name");
  expect(
    (await client.post("/settings/channels", { id: crypto.randomUUID(), intent: "retire" })).status,
  ).toBe(404);
});
