import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { dayIn, daysAfter, mondayOf, weekName } from "#app/settings/calendar.ts";
import { db } from "#db/client.server.ts";
import { insights } from "#db/schema/insights.server.ts";
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
  "9999-W53",
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

test("a quiet week says so once", async () => {
  const page = await (await app.as(await aPerson())).get("/weeks/2003-W20");
  expect(page.text).toContain("A quiet week");
  expect(page.text).not.toContain("0 insights");
});

test("the archive goes back to the first year, a year at a time", async () => {
  const client = await app.as(await aPerson());
  const { id } = await anInsight({ body: "Heard long ago" });
  expect((await client.get("/weeks")).text).not.toContain("?year=");
  await db.update(insights).set({ heardOn: "2019-12-30" }).where(eq(insights.id, id));

  const latest = (await client.get("/weeks")).text;
  expect(latest).not.toContain("Heard long ago");
  expect(latest).toContain("/weeks?year=2020");
  // The last days of 2019 belong to the first week of 2020.
  expect(latest).not.toContain("/weeks?year=2019");
  const year = (await client.get("/weeks?year=2020")).text;
  expect(year).toContain("Heard long ago");
  expect(year).toContain("/weeks/2020-W01");
  expect((await client.get("/weeks?year=2021")).text).toContain("Nothing was heard in 2021");
});

test.each(["20", "abcd", "1066", "9999", "2020x", ""])("/weeks?year=%s is nothing", async (year) => {
  const client = await app.as(await aPerson());
  expect((await client.get(`/weeks?year=${year}`)).status).toBe(404);
});
