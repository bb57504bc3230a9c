import { expect, test } from "vitest";
import { dayIn, exactDate, exactTime, machineTime, relativeTime, weekdayDate } from "#app/ui/dates.ts";

const london = "Europe/London";
const now = new Date("2026-11-19T10:00:00Z");

test.each([
  ["2026-11-17", "UTC", "17 November 2026"],
  ["2026-11-17", "Pacific/Kiritimati", "17 November 2026"],
  ["2026-11-17", "America/Los_Angeles", "17 November 2026"],
  [new Date("2026-06-30T23:30:00Z"), london, "1 July 2026"],
  [new Date("2026-12-31T23:30:00Z"), london, "31 December 2026"],
])("%s in %s reads %s", (when, zone, text) => {
  expect(exactDate(when, zone)).toBe(text);
});

test("the weekday goes with the date", () => {
  expect(weekdayDate("2026-11-17")).toBe("Tuesday 17 November 2026");
  expect(weekdayDate(new Date("2026-03-28T23:59:00Z"), "Asia/Tokyo")).toBe("Sunday 29 March 2026");
});

test("a time is that of the library's clock, summer time included", () => {
  expect(exactTime(new Date("2026-03-29T00:59:00Z"), london)).toBe("29 March 2026, 00:59");
  expect(exactTime(new Date("2026-03-29T01:00:00Z"), london)).toBe("29 March 2026, 02:00");
  expect(exactTime("2026-11-17", london)).toBe("17 November 2026");
});

test("the day of an instant depends on the zone", () => {
  const late = new Date("2026-07-05T23:15:00Z");
  expect(dayIn(late, london)).toBe("2026-07-06");
  expect(dayIn(late, "UTC")).toBe("2026-07-05");
});

test.each([
  ["2026-11-19T09:59:31Z", "just now"],
  ["2026-11-19T10:00:20Z", "just now"],
  ["2026-11-19T09:59:00Z", "1 minute ago"],
  ["2026-11-19T09:10:00Z", "50 minutes ago"],
  ["2026-11-19T00:10:00Z", "9 hours ago"],
  ["2026-11-18T23:10:00Z", "10 hours ago"],
  ["2026-11-18T09:00:00Z", "yesterday"],
  ["2026-11-18T00:30:00Z", "yesterday"],
  ["2026-11-17T23:50:00Z", "2 days ago"],
  ["2026-11-19T12:00:00Z", "in 2 hours"],
  ["2026-11-20T23:00:00Z", "tomorrow"],
])("an instant, %s, is %s", (at, text) => {
  expect(relativeTime(new Date(at), now, london)).toBe(text);
  expect(relativeTime(at, now, london)).toBe(text);
});

test.each([
  ["2026-11-19", "today"],
  ["2026-11-18", "yesterday"],
  ["2026-11-17", "2 days ago"],
  ["2026-11-06", "13 days ago"],
  ["2026-11-05", "2 weeks ago"],
  ["2026-09-25", "7 weeks ago"],
  ["2026-09-10", "2 months ago"],
  ["2025-11-20", "11 months ago"],
  ["2025-11-19", "1 year ago"],
  ["2023-11-01", "3 years ago"],
  ["2026-11-20", "tomorrow"],
  ["2026-11-22", "in 3 days"],
  ["2026-12-10", "in 3 weeks"],
])("a day, %s, is %s", (day, text) => {
  expect(relativeTime(day, now, london)).toBe(text);
});

test("a day just begun in the library is today there, whatever the server's clock says", () => {
  expect(relativeTime("2026-07-06", new Date("2026-07-05T23:15:00Z"), london)).toBe("today");
});

test("a machine reads a day as a day and an instant as an instant", () => {
  expect(machineTime("2026-11-17")).toBe("2026-11-17");
  expect(machineTime(now)).toBe("2026-11-19T10:00:00.000Z");
});
