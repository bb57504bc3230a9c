import { expect, test } from "vitest";
import { allRoutes } from "#tests/support/all-routes.ts";
import { useApp } from "#tests/support/app.ts";
import { aDepartment, anInsight, aPerson } from "#tests/support/factories.ts";

const app = useApp({ worker: false, search: false, settings: { MEILISEARCH: "off" } });

// What looks like an id to whoever counts characters, and what does not.
const noIds = ["-".repeat(36), "a".repeat(36), "1", "'", "\u0000"];

test.each([
  ["/settings/channels", { intent: "retire" }, "id"],
  ["/settings/teams", { intent: "remove" }, "id"],
  [
    "/settings/people",
    { intent: "invite", name: "Mair", email: "mair@library.example", role: "liaison", team: "T" },
    "id",
  ],
  ["/settings/departments/law", { intent: "undo" }, "change"],
  ["/settings/tags/hostile-ids", { intent: "undo-merge" }, "merge"],
])("%s answers what can be no id as what is not there", async (path, sent, field) => {
  await aDepartment({ name: `Law ${crypto.randomUUID()}`, slug: "law" }).catch(() => {});
  await anInsight({ body: "Tagged #hostile-ids" });
  const client = await app.as(await aPerson({ role: "admin" }));
  for (const id of noIds) {
    const { status } = await client.post(path, { ...(sent as Record<string, string>), [field]: id });
    expect([400, 404], `${path} ${JSON.stringify(id)}`).toContain(status);
  }
});

test("nothing is called U+0000, at whatever address", async () => {
  const client = await app.as(await aPerson({ role: "admin" }));
  const addresses = (await allRoutes()).filter((address) => address.includes(":"));
  expect(addresses.length).toBeGreaterThan(30);
  for (const address of addresses) {
    const { status } = await client.get(address.replaceAll(/:\w+/g, "a%00"));
    expect(status, address).toBe(404);
  }
});
