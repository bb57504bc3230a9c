import { expect, test } from "vitest";
import { useApp } from "#tests/support/app.ts";
import { aPerson } from "#tests/support/factories.ts";

const app = useApp({ worker: false, search: false, settings: { MEILISEARCH: "off", CORRIDOR_DEMO: "" } });

test("where this is no demonstration its colleagues do not sign in at all", async () => {
  const password = "corridor-demo-library";
  const given = { demonstration: true, password, name: "Ed Demo", email: "editor@northmoor.example" };
  const colleague = await aPerson(given);
  const client = await app.as();
  const page = await client.get("/sign-in");
  expect([page.status, page.text.includes("Ed Demo")]).toEqual([200, false]);
  const tries: Record<string, string>[] = [
    { demonstration: colleague.handle },
    { email: given.email, password },
  ];
  for (const form of tries) {
    expect((await client.post("/sign-in", form)).status).toBe(400);
  }
});
