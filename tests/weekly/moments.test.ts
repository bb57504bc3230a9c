import { eq } from "drizzle-orm";
import { afterEach, expect, test } from "vitest";
import { type Day, dayIn, daysAfter, mondayOf, mondayOfWeekName, weekName } from "#app/settings/calendar.ts";
import { changeSettings } from "#app/settings/change-settings.server.ts";
import { forgetLibrarySettings } from "#app/settings/find-library-settings.server.ts";
import type { LibrarySettings } from "#app/settings/library-settings.ts";
import { closeWeek } from "#app/weekly/close-week.server.ts";
import { closeWeeks } from "#app/weekly/keep-closing.server.ts";
import { db } from "#db/client.server.ts";
import { runTransaction } from "#db/run-transaction.server.ts";
import { weeklyIssues } from "#db/schema/weekly.server.ts";
import { useApp } from "#tests/support/app.ts";
import { anInsight, aPerson } from "#tests/support/factories.ts";

const app = useApp({ search: false, worker: false, settings: { MEILISEARCH: "off" } });

const serversZone = process.env.TZ;
afterEach(async () => {
  if (serversZone === undefined) delete process.env.TZ;
  else process.env.TZ = serversZone;
  await inLibrary({ timeZone: "Europe/London", weekMoment: { day: 1, time: "07:30" } });
});

async function inLibrary(settings: Partial<LibrarySettings>): Promise<void> {
  await runTransaction((tx) => changeSettings(tx, settings));
  forgetLibrarySettings();
}

const mondayOfWeek = (name: string) => mondayOfWeekName(name) ?? "";
const isClosed = async (monday: Day) =>
  (await db.select().from(weeklyIssues).where(eq(weeklyIssues.week, monday)))[0]?.closedAt != null;

async function heardIn(week: string): Promise<Day> {
  const monday = mondayOfWeek(week);
  await anInsight({ body: `Heard in ${week}`, sent: { heardOn: daysAfter(monday, 6) } });
  return monday;
}

test.each([
  // In Auckland it is half past seven on Monday while London still has Sunday evening.
  ["Pacific/Auckland", "2024-W47", "2024-11-24T18:29Z", "2024-11-24T18:30Z"],
  ["America/Los_Angeles", "2024-W46", "2024-11-18T15:29Z", "2024-11-18T15:30Z"],
  // The Monday after the clocks went forward, and after they went back.
  ["Europe/London", "2024-W13", "2024-04-01T06:29Z", "2024-04-01T06:30Z"],
  ["Europe/London", "2024-W43", "2024-10-28T07:29Z", "2024-10-28T07:30Z"],
  // The years' ends: 2020 has fifty-three weeks, 2021 fifty-two, and 2022 begins with a Saturday of the last.
  ["Europe/London", "2020-W53", "2021-01-04T07:29Z", "2021-01-04T07:30Z"],
  ["Europe/London", "2021-W52", "2022-01-03T07:29Z", "2022-01-03T07:30Z"],
  ["Europe/London", "2025-W01", "2025-01-06T07:29Z", "2025-01-06T07:30Z"],
])(
  "a library in %s closes %s at its own moment, whatever zone the server is in",
  async (timeZone, week, before, at) => {
    await inLibrary({ timeZone });
    process.env.TZ = "Asia/Kathmandu";
    const monday = await heardIn(week);
    await closeWeeks({ now: new Date(before) });
    expect(await isClosed(monday)).toBe(false);
    await closeWeeks({ now: new Date(at) });
    expect(await isClosed(monday)).toBe(true);
  },
);

test("a moment that does not exist comes as late after midnight, one that comes twice the first time", async () => {
  await inLibrary({ weekMoment: { day: 7, time: "01:30" } });
  const spring = await heardIn("2023-W11");
  await closeWeeks({ now: new Date("2023-03-26T01:29Z") });
  expect(await isClosed(spring)).toBe(false);
  await closeWeeks({ now: new Date("2023-03-26T01:30Z") });
  expect(await isClosed(spring)).toBe(true);
  const autumn = await heardIn("2023-W42");
  await closeWeeks({ now: new Date("2023-10-29T00:29Z") });
  expect(await isClosed(autumn)).toBe(false);
  await closeWeeks({ now: new Date("2023-10-29T00:30Z") });
  expect(await isClosed(autumn)).toBe(true);
  expect(await closeWeeks({ now: new Date("2023-10-29T01:30Z") })).toBe(0);
});

test("a closed page says its moment in the library's time, wherever it is read", async () => {
  await inLibrary({ timeZone: "Pacific/Auckland" });
  const monday = await heardIn("2022-W40");
  await closeWeek({ monday, now: new Date("2022-10-09T18:30Z") });
  await db
    .update(weeklyIssues)
    .set({ closedAt: new Date("2022-10-09T18:30Z") })
    .where(eq(weeklyIssues.week, monday));
  // Whoever asks is somewhere else, and so is the server.
  process.env.TZ = "America/Los_Angeles";
  const { text } = await (await app.as(await aPerson())).get(`/weeks/${weekName(monday)}`);
  expect(text).toMatch(/Closed (<!-- -->)?Monday 10 October 2022, 07:30/);
});

test("a week says until when it is open only while that is still to come", async () => {
  await inLibrary({ timeZone: "Europe/London" });
  const reader = await app.as(await aPerson());
  const past = await heardIn("2022-W30");
  expect((await reader.get(`/weeks/${weekName(past)}`)).text).not.toContain("Open until");
  const now = mondayOf(dayIn("Europe/London", new Date()));
  await anInsight({ sent: { heardOn: now } });
  expect((await reader.get(`/weeks/${weekName(now)}`)).text).toContain("Open until");
});
