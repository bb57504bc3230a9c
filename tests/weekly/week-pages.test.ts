import { expect, test } from "vitest";
import { dayIn, daysAfter, mondayOf, weekName } from "#app/settings/calendar.ts";
import { useApp } from "#tests/support/app.ts";
import { anInsight, aPerson } from "#tests/support/factories.ts";

const app = useApp({ worker: false, search: false, settings: { MEILISEARCH: "off" } });
const monday = mondayOf(dayIn("Europe/London", new Date()));

test("this week and every week before have a page; the next has not begun", async () => {
  const client = await app.as(await aPerson());
  const statusOf = async (name: string) => (await client.get(`/weeks/${name}`)).status;
  expect(await statusOf(weekName(monday))).toBe(200);
  expect(await statusOf(weekName(daysAfter(monday, -7)))).toBe(200);
  expect(await statusOf(weekName(daysAfter(monday, 7)))).toBe(404);
  expect(await statusOf("2020-W53")).toBe(200);
});

test.each([
  "2026-W00",
  "2025-W53",
  "2026-w47",
  "2026-W1",
  "9999-W01",
  "0001-W01",
  "next",
  "%20",
  "2026-W47%00",
  "2026-W47/x",
])("/weeks/%s is nothing", async (name) => {
  const client = await app.as(await aPerson());
  expect((await client.get(`/weeks/${name}`)).status).toBe(404);
});

test("the first page is this week's, with the box to post from and what was heard", async () => {
  const { body } = await anInsight({ body: "A sentence of this very week" });
  const page = await (await app.as(await aPerson())).get("/");
  expect(page.status).toBe(200);
  expect(page.text).toContain(body);
  expect(page.text).toContain("What did you hear?");
});

test("a quiet week says so", async () => {
  const page = await (await app.as(await aPerson())).get("/weeks/2003-W20");
  expect(page.text).toContain("A quiet week");
  expect(page.text).toContain("0 insights");
});
