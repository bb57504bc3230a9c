import { beforeEach, expect, test } from "vitest";
import { editInsight } from "#app/insights/edit-insight.server.ts";
import { hideInsight } from "#app/insights/hide-insight.server.ts";
import { readDraft } from "#app/insights/insight-draft.ts";
import type { Person } from "#app/people/person.ts";
import { dayIn, daysAfter, mondayOf, weekName } from "#app/settings/calendar.ts";
import { closeWeek } from "#app/weekly/close-week.server.ts";
import { useApp } from "#tests/support/app.ts";
import type { Client } from "#tests/support/client.ts";
import { aDepartment, anInsight, aPerson } from "#tests/support/factories.ts";

const app = useApp({ worker: false, search: false, settings: { MEILISEARCH: "off" } });
let monday = mondayOf(dayIn("Europe/London", new Date()));
let editor: Person;
let client: Client;

// Each test has a week that no other has.
beforeEach(async () => {
  monday = daysAfter(monday, -6 * 7);
  editor = await aPerson({ role: "editor" });
  client = await app.as(editor);
});

const address = () => `/weeks/${weekName(monday)}`;
const heard = (body: string) => anInsight({ body, sent: { heardOn: monday } });
const seen = async () => (await (await app.as(await aPerson())).get(address())).text;

const desk = async () => (await client.get(`${address()}/edit`)).text;

async function press(fields: Record<string, string>): Promise<number> {
  const page = (await client.get(`${address()}/edit`)).text;
  const [, version = ""] = /name="version" value="(\d+)"/.exec(page) ?? [];
  return (await client.post(`${address()}/edit`, { version, ...fields })).status;
}

test("what an editor writes and picks is seen once approved, and not before", async () => {
  const { id } = await heard("The lamps are too dim");
  expect(await press({ intent: "write", lead: "A bright week.", prompt: "", "line-0": "My own line" })).toBe(
    302,
  );
  expect(await press({ intent: "pick", insight: id })).toBe(302);
  expect(await press({ intent: "say-why", insight: id, sentence: "Because of the dark" })).toBe(302);
  expect(await seen()).not.toMatch(/A bright week|My own line|Because of the dark/);
  await press({ intent: "approve" });
  for (const words of ["A bright week.", "My own line", "Because of the dark"])
    expect(await seen()).toContain(words);
  await press({ intent: "withdraw-approval" });
  expect(await seen()).not.toContain("A bright week.");
  await closeWeek({ monday });
  expect(await seen()).toContain("A bright week.");
});

test("picks are put in order, and taken out", async () => {
  const ids = [];
  for (const body of ["First pick", "Second pick", "Third pick"]) ids.push((await heard(body)).id);
  for (const insight of ids) await press({ intent: "pick", insight });
  await press({ intent: "up", insight: ids[2] ?? "" });
  await press({ intent: "down", insight: ids[0] ?? "" });
  await press({ intent: "unpick", insight: ids[1] ?? "" });
  const page = (await client.get(`${address()}/edit`)).text;
  const picks = page.slice(page.indexOf("<ol"), page.indexOf("</ol>"));
  expect(picks).not.toContain("Second pick");
  expect(picks.indexOf("Third pick")).toBeLessThan(picks.indexOf("First pick"));
  expect(picks.indexOf("Third pick")).toBeGreaterThan(0);
});

test("whoever saw an older version changes nothing and is told so", async () => {
  expect(await press({ intent: "write", lead: "Mine first" })).toBe(302);
  expect(await press({ intent: "write", lead: "Yours too late", version: "0" })).toBe(409);
  expect((await client.get(`${address()}/edit`)).text).toContain("Mine first");
});

test("a line and a pick go with the insight they were made of, wherever they stand", async () => {
  const { id } = await heard("About the bittern");
  await press({ intent: "pick", insight: id });
  await press({ intent: "say-why", insight: id, sentence: "That bittern again" });
  await press({ intent: "write", lead: "", "line-0": "The bittern, in short", "sources-0": `${id}:1` });
  await press({ intent: "approve" });
  expect(await seen()).toContain("The bittern, in short");
  await hideInsight({ person: editor, id, reason: "for the test" });
  expect(await seen()).not.toContain("bittern");
  expect(await desk()).not.toContain("bittern");
});

test("a line goes with words that were corrected, for good, and the editor is told", async () => {
  const person = await aPerson();
  const { id } = await anInsight({
    person,
    body: "Heard from the bittern by name",
    sent: { heardOn: monday, kind: "win" },
  });
  await heard("Nothing else of note");
  const [, made = ""] = /name="sources-0" value="([^"]+:1)"/.exec(await desk()) ?? [];
  expect(made).toContain(id);
  await press({ intent: "write", lead: "", "line-0": "What the bittern said", "sources-0": made });
  await press({ intent: "approve" });
  expect(await seen()).toContain("What the bittern said");
  await closeWeek({ monday });
  const sent = {
    body: "Heard from somebody",
    departments: [(await aDepartment()).slug],
    channel: "coffee",
    heardOn: monday,
  };
  const read = readDraft(sent, { today: monday });
  if ("problems" in read) throw new Error("not a draft");
  expect(await editInsight({ person, id, version: 1, draft: read.draft })).toHaveProperty("version", 2);
  expect(await seen()).not.toContain("bittern");
  expect(await desk()).toMatch(/One line(<!-- -->)? has(<!-- -->)? gone/);
  expect(await desk()).not.toContain("bittern");
});

test("the next week's capture box asks what the editor asked, and no other's", async () => {
  monday = daysAfter(mondayOf(dayIn("Europe/London", new Date())), -7);
  await press({ intent: "write", lead: "", prompt: "What did you hear about reading lists?" });
  const home = async () => (await (await app.as(await aPerson())).get("/")).text;
  expect(await home()).not.toContain("about reading lists?");
  await press({ intent: "approve" });
  expect(await home()).toContain("What did you hear about reading lists?");
});

test("only editors have a desk, and only for weeks that have begun; the preview tells of nobody unknown", async () => {
  for (const role of ["assistant", "liaison"] as const)
    expect((await (await app.as(await aPerson({ role }))).get(`${address()}/edit`)).status).toBe(404);
  expect((await client.get("/weeks/2099-W01/edit")).status).toBe(404);
  expect((await client.get(`${address()}/edit?as=nobody-here`)).text).toContain(
    "There is no colleague of that name",
  );
  expect((await client.get(`${address()}/edit?as=${editor.handle}`)).text).toContain(
    "The mail in plain text",
  );
});
