import { expect, test } from "vitest";
import { stretchesRound, termOf } from "#app/search/date-words.ts";
import { daysOfMonth } from "#app/search/days-of-month.ts";
import { daysAfter } from "#app/settings/calendar.ts";

test.each([
  ["2026-09-01", "2026-09-01", "2026-12-31"],
  ["2026-12-31", "2026-09-01", "2026-12-31"],
  ["2027-01-01", "2027-01-01", "2027-04-30"],
  ["2024-02-29", "2024-01-01", "2024-04-30"],
  ["2027-04-30", "2027-01-01", "2027-04-30"],
  ["2027-05-01", "2027-05-01", "2027-08-31"],
  ["2027-08-31", "2027-05-01", "2027-08-31"],
])("%s is in the term from %s to %s", (day, from, to) => {
  expect(termOf(day)).toEqual({ from, to });
});

test("terms follow each other without a gap", () => {
  for (let day = "2024-01-01"; day < "2028-01-01"; day = daysAfter(day, 1)) {
    const { from, to } = termOf(day);
    expect.soft(from <= day && day <= to, day).toBe(true);
    expect.soft(termOf(daysAfter(to, 1)).from, day).toBe(daysAfter(to, 1));
  }
});

test("the words round a day in autumn", () => {
  expect(stretchesRound("2026-11-17").map(({ words, from, to }) => `${words}: ${from} to ${to}`)).toEqual([
    "This week: 2026-11-16 to 2026-11-22",
    "Last month: 2026-10-01 to 2026-10-31",
    "This term: 2026-09-01 to 2026-12-31",
    "Last term: 2026-05-01 to 2026-08-31",
    "This year: 2026-01-01 to 2026-12-31",
  ]);
});

test("in January last month and last term are of the year before", () => {
  const words = new Map(stretchesRound("2027-01-03").map(({ words, from, to }) => [words, [from, to]]));
  expect(words.get("This week")).toEqual(["2026-12-28", "2027-01-03"]);
  expect(words.get("Last month")).toEqual(["2026-12-01", "2026-12-31"]);
  expect(words.get("Last term")).toEqual(["2026-09-01", "2026-12-31"]);
});

test("a month has its first and last day", () => {
  expect(daysOfMonth("2024-02")).toEqual({ from: "2024-02-01", to: "2024-02-29" });
  expect(daysOfMonth("2026-12")).toEqual({ from: "2026-12-01", to: "2026-12-31" });
  for (const none of ["2026-13", "2026-00", "2026-1", "9999-12", "2026-01-01", "soon", ""]) {
    expect.soft(daysOfMonth(none), none).toBeUndefined();
  }
});
