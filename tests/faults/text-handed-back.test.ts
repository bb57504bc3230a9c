import { beforeAll, expect, test, vi } from "vitest";
import type { Person } from "#app/people/person.ts";
import { useApp } from "#tests/support/app.ts";
import { endConnections, runOnServer } from "#tests/support/database.ts";
import { aDepartment, anInsight, aPerson } from "#tests/support/factories.ts";
import { expectAccessibleHtml } from "#tests/support/html-looks.ts";
import { keyOf } from "#tests/support/pages.ts";

const app = useApp({ worker: false, search: false, settings: { MEILISEARCH: "off" } });
const words = `Heard <b>"twice"</b> & once more`;
const shown =
  /Heard &(lt|#60);b&(gt|#62);&(quot|#34);twice&(quot|#34);&(lt|#60);\/b&(gt|#62); &(amp|#38); once more<\/textarea>/;

let person: Person;
let client: Awaited<ReturnType<typeof app.as>>;
let department: Awaited<ReturnType<typeof aDepartment>>;
let insight: string;
let key: string;

beforeAll(async () => {
  person = await aPerson();
  department = await aDepartment();
  insight = (await anInsight({ person, departments: [department], body: "Said before." })).id;
  client = await app.as(person);
  key = keyOf((await client.get("/insights/new")).text);
  await runOnServer(`alter database ${app.database.name} set default_transaction_read_only = on`);
  await endConnections(app.database.name);
  await vi.waitFor(async () => expect((await client.get("/")).status).toBe(200), { timeout: 20_000 });
});

const post = () => ({ key, body: words, departments: department.slug, channel: "coffee" });

test.each([
  { form: "posting", to: () => "/insights/new", fields: post },
  { form: "editing", to: () => `/insights/${insight}/edit`, fields: () => ({ ...post(), version: "1" }) },
  {
    form: "commenting",
    to: () => `/insights/${insight}`,
    fields: () => ({ intent: "comment", key, body: words }),
  },
])(
  "read-only, without script: the $form form stands in its page with the text, and says that it was not saved",
  async ({ to, fields }) => {
    const answer = await client.post(to(), fields());
    expect([answer.status, answer.headers.get("retry-after")]).toEqual([503, "5"]);
    expect(answer.text).toMatch(shown);
    expect(answer.text).toMatch(/not saved|nothing was saved|not done/i);
    expect(answer.text, "in the page itself").toContain("<nav");
  },
);

test("a form whose page cannot hold the text is handed back on a page of its own, which sends it again", async () => {
  const path = `/departments/${department.slug}/questions`;
  const asked = { intent: "add", id: crypto.randomUUID(), question: words };
  const answer = await client.post(path, asked);
  expect([answer.status, answer.headers.get("retry-after")]).toEqual([503, "5"]);
  expect(answer.text).toMatch(shown);
  expect(answer.text).toContain("Nothing was saved yet");
  expect(answer.text).toContain(`<form method="post" action="${path}">`);
  expect(answer.text).toContain(`<input type="hidden" name="id" value="${asked.id}">`);
  await expectAccessibleHtml(answer.text);
});

test("with the database away altogether too; a password is never sent back", async () => {
  await runOnServer(`alter database ${app.database.name} with allow_connections false`);
  await endConnections(app.database.name);
  try {
    const answer = await client.post("/insights/new", post());
    expect([answer.status, answer.text.includes("Nothing was saved yet")]).toEqual([503, true]);
    expect(answer.text).toMatch(shown);
    const secret = await client.post("/sign-in", { email: "a@b.example", password: "three words here" });
    expect(secret.text).not.toContain("three words here");
  } finally {
    await runOnServer(`alter database ${app.database.name} with allow_connections true`);
  }
});
