import { expect, test } from "vitest";
import { type Day, mondayOf } from "#app/settings/calendar.ts";
import { demoInsights } from "#db/demo/content/all-insights.ts";
import { demoIssues } from "#db/demo/content/issues.ts";
import { demoDates } from "#db/demo/demo-dates.ts";

const timeZone = "Europe/London";
const monday = "2026-11-30";
const heardBy = (instant: string) =>
  new Map(
    demoInsights.map((insight) => [insight.key, demoDates(insight, { now: new Date(instant), timeZone })]),
  );

test("opened on a Monday, a few things were heard today, some are told late, and the weeks before are full", () => {
  const heard = heardBy(`${monday}T12:00:00Z`);
  const inWeek = (week: Day) =>
    [...heard.values()].filter(({ heardOn }) => mondayOf(heardOn) === week).length;
  expect(inWeek(monday)).toBeGreaterThanOrEqual(8);
  expect(inWeek(monday)).toBeLessThanOrEqual(20);
  const heldBack = [...heard.values()].filter(
    ({ heardOn, postedAt }) => heardOn < monday && postedAt.toISOString().slice(0, 10) === monday,
  );
  expect(heldBack.length).toBeGreaterThanOrEqual(5);
  for (const week of ["2026-11-23", "2026-11-16", "2026-11-09", "2026-11-02"]) {
    expect(inWeek(week)).toBeGreaterThanOrEqual(20);
    expect(inWeek(week)).toBeLessThanOrEqual(40);
  }
});

test.each([0, 1, 2, 3, 4, 5, 6])("%i days into a week nothing was heard or posted after now", (days) => {
  const now = new Date(`${monday}T12:00:00Z`);
  now.setUTCDate(now.getUTCDate() + days);
  const today = now.toISOString().slice(0, 10);
  const heard = heardBy(now.toISOString());
  for (const { heardOn, postedAt } of heard.values()) {
    expect(heardOn <= today).toBe(true);
    expect(postedAt.getTime()).toBeLessThan(now.getTime());
  }
  // What the editor of this week points at is in it.
  for (const [key] of demoIssues.find(({ weeksAgo }) => weeksAgo === 0)?.picks ?? []) {
    expect(mondayOf(heard.get(key)?.heardOn ?? "")).toBe(monday);
  }
});
