import { afterEach, expect, test, vi } from "vitest";
import { dayIn, daysAfter, mondayOf, weekName } from "#app/settings/calendar.ts";
import { closeWeek } from "#app/weekly/close-week.server.ts";
import { planned, pool } from "#db/client.server.ts";
import { useApp } from "#tests/support/app.ts";
import { aComment, aDepartment, anInsight, aPerson } from "#tests/support/factories.ts";

const app = useApp({ search: false, worker: false, settings: { MEILISEARCH: "off" } });
const monday = mondayOf(dayIn("Europe/London", new Date()));
const week = (days: number) => `/weeks/${weekName(daysAfter(monday, days))}`;

afterEach(() => {
  vi.useRealTimers();
});

type Made = { slug: string; id: string; handle: string };

test("whoever comes back to a week's page asks the database one thing", async () => {
  await anInsight();
  const reader = await app.as(await aPerson());
  // What a process reads once in a while is read, and kept: no second passes from here on.
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() });
  for (let times = 0; times < 5; times++) await reader.get(week(0));
  const asked = [pool(), planned().sql].map((sql) => vi.spyOn(sql, "unsafe"));
  const { status } = await reader.get(week(0));
  const statements = asked.flatMap(({ mock }) => mock.calls.map(([text]) => String(text)));
  for (const spy of asked) spy.mockRestore();
  expect(status).toBe(200);
  expect(statements).toEqual([expect.stringContaining("sessions")]);
});

// Of a week's five two are there because the rules work out anew what they make of five weeks, as after a change of its
// insights they do.
test.each<[string, (made: Made) => string, number?]>([
  ["the first page", () => "/", 5],
  ["this week by theme", () => `${week(0)}?by=theme`, 5],
  ["a closed week", () => week(-7)],
  ["all weeks", () => "/weeks"],
  ["an insight", ({ id }) => `/insights/${id}`],
  ["a department", ({ slug }) => `/departments/${slug}`],
  ["the posting form", () => "/insights/new"],
  ["a department's people", ({ slug }) => `/departments/${slug}/contacts`],
  ["all departments", () => "/departments"],
  ["a theme", () => "/tags/round-trips"],
  ["all themes", () => "/tags"],
  ["a colleague", ({ handle }) => `/people/${handle}`],
  ["what one is told", () => "/notifications"],
])("%s asks the database few questions", async (_, address, most = 6) => {
  await closeWeek({ monday: daysAfter(monday, -7) });
  const [department, author] = [await aDepartment(), await aPerson()];
  const posted = { person: author, departments: [department], body: "Heard of #round-trips" };
  const { id } = await anInsight(posted);
  await aComment({ insightId: id });
  const reader = await app.as(await aPerson());
  const path = address({ slug: department.slug, id, handle: author.handle });
  // What a process reads once in a while is read by the first, and kept: no second passes from here on.
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() });
  await reader.get(path);
  await anInsight(posted);
  await reader.get("/me");
  const asked = [pool(), planned().sql].map((sql) => vi.spyOn(sql, "unsafe"));
  const { status } = await reader.get(path);
  const statements = asked.flatMap(({ mock }) => mock.calls.map(([text]) => String(text).slice(0, 90)));
  for (const spy of asked) spy.mockRestore();
  expect(status).toBe(200);
  expect(statements.length).toBeGreaterThan(0);
  expect(statements.length, statements.join("\n")).toBeLessThanOrEqual(most);
});
