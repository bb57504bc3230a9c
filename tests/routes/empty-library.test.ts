import { expect, test } from "vitest";
import { useApp } from "#tests/support/app.ts";
import { aDepartment, aPerson } from "#tests/support/factories.ts";

const app = useApp({ worker: false, search: false, settings: { MEILISEARCH: "off" } });

test("a week in which nothing was heard says so once, and what to do", async () => {
  const client = await app.as(await aPerson());
  const { text } = await client.get("/");
  expect(text).toContain("A quiet week so far");
  expect(text).toContain('href="/insights/new"');
  for (const zero of [
    "0 insights",
    "0 departments",
    "nothing in the four weeks before",
    "The week in numbers",
  ])
    expect(text).not.toContain(zero);
});

test("without departments the posting form says what to do instead of offering an empty list", async () => {
  const liaison = await app.as(await aPerson());
  const admin = await app.as(await aPerson({ role: "admin", name: "Ruth Bell" }));
  const none = "There are no departments to post about yet";

  const asked = (await liaison.get("/insights/new")).text;
  expect(asked).toContain(none);
  expect(asked).toContain("Ruth Bell can add them");
  expect(asked).not.toContain("/settings/departments");
  expect((await liaison.get("/insights/choices")).text).toContain(none);

  const led = (await admin.get("/insights/new")).text;
  expect(led).toContain(none);
  expect(led).toContain('href="/settings/departments"');

  await aDepartment({ name: "School of Law" });
  const offered = (await liaison.get("/insights/new")).text;
  expect(offered).toContain("School of Law");
  expect(offered).not.toContain(none);
});

test("whoever was signed out before sending a form finds a page of its own, and the way to sign in", async () => {
  const visitor = await app.as();
  const { status, text } = await visitor.post("/insights/new", { body: "The lab moves in March" });
  expect(status).toBe(401);
  expect(text.match(/<main\b/g)).toHaveLength(1);
  expect(text).toContain('href="/sign-in"');
});

test("where nothing was counted yet, no noughts are", async () => {
  const client = await app.as(await aPerson());
  const { text } = await client.get("/desk");
  expect(text).toContain("What all desks count stands here");
  expect(text).not.toMatch(/>0<\/a>|nothing has been counted yet/);
});
