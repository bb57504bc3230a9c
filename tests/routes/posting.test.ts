import { expect, test } from "vitest";
import { useApp } from "#tests/support/app.ts";
import { aDepartment, aPerson } from "#tests/support/factories.ts";
import { keyOf } from "#tests/support/pages.ts";

const app = useApp();

test("an insight is posted without script and found by the very next search, by nickname", async () => {
  const informatics = await aDepartment({ name: "School of Informatics", nicknames: ["Comp Sci"] });
  const client = await app.as(await aPerson());
  const form = await client.get("/insights/new");
  const posted = await client.post("/insights/new", {
    key: keyOf(form.text),
    body: "Moving its reading lists to open textbooks #open-textbooks",
    departments: informatics.slug,
    channel: "coffee",
  });
  expect([posted.status, posted.location]).toEqual([302, "/"]);

  const found = await client.get("/search?q=comp+sci+textbooks");
  expect(found.status).toBe(200);
  expect(found.text).toContain("1 insight");
  expect(found.text).toContain("open-textbooks");
});

test("what is wrong is said beside its field and the text is kept", async () => {
  const client = await app.as(await aPerson());
  const form = await client.get("/insights/new");
  const answer = await client.post("/insights/new", {
    key: keyOf(form.text),
    body: "A sentence worth keeping",
    departments: "",
    channel: "nowhere",
  });
  expect(answer.status).toBe(400);
  expect(answer.text).toContain("Choose a department");
  expect(answer.text).toContain("A sentence worth keeping");
});

test("twenty identical submissions at once make one insight", async () => {
  const department = await aDepartment();
  const client = await app.as(await aPerson());
  const form = await client.get("/insights/new");
  const fields = {
    key: keyOf(form.text),
    body: "Only once, please",
    departments: department.slug,
    channel: "visit",
  };
  const answers = await Promise.all(Array.from({ length: 20 }, () => client.post("/insights/new", fields)));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([302]));
  const page = await client.get(`/departments/${department.slug}`);
  expect(page.text.match(/Only once, please/g)?.length).toBeGreaterThan(0);
  expect(page.text.match(/<article/g)).toHaveLength(1);
});

test("sent again with other words, a form keeps them and leads to what was posted", async () => {
  const department = await aDepartment();
  const client = await app.as(await aPerson());
  const form = await client.get("/insights/new");
  const fields = { key: keyOf(form.text), departments: department.slug, channel: "visit" };
  await client.post("/insights/new", { ...fields, body: "The first wording" });
  const again = await client.post("/insights/new", { ...fields, body: "A better wording" });
  expect(again.status).toBe(409);
  expect(again.text).toContain("This was already posted a moment ago");
  expect(again.text).toContain("A better wording");
  const edit = /href="(\/insights\/[\w-]+\/edit)"/.exec(again.text)?.[1] ?? "";
  expect((await client.get(edit)).text).toContain("The first wording");
});
