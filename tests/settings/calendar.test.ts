import { expect, test } from "vitest";
import { dayIn, daysAfter, isDay, mondayOf, mondayOfWeekName, weekName } from "#app/settings/calendar.ts";

test.each([
  ["2026-W47", "2026-11-16"],
  ["2026-W53", "2026-12-28"],
  ["2020-W53", "2020-12-28"],
  ["2021-W01", "2021-01-04"],
  ["2027-W01", "2027-01-04"],
  ["2025-W01", "2024-12-30"],
  ["2024-W52", "2024-12-23"],
  ["2000-W52", "2000-12-25"],
])("week %s begins on %s, and is called so again", (name, monday) => {
  expect(mondayOfWeekName(name)).toBe(monday);
  expect(weekName(monday)).toBe(name);
});

test.each([
  ["2027-01-01", "2026-W53"],
  ["2027-01-03", "2026-W53"],
  ["2027-01-04", "2027-W01"],
  ["2024-12-29", "2024-W52"],
  ["2024-12-30", "2025-W01"],
  ["2021-01-03", "2020-W53"],
  ["2022-01-02", "2021-W52"],
])("%s is in %s, whatever year its date says", (day, week) => expect(weekName(mondayOf(day))).toBe(week));

test.each([
  ..."2025-W53 2021-W53 2027-W53 2026-W54 2026-W00 2026-W99 1899-W10 0000-W01".split(" "),
  ..."2026-W1 2026-w47 26-W47 2026W47 2026-W047 +2026-W47 12026-W47 2026-W47-1 constructor".split(" "),
  "",
  "2026-W47\n",
  " 2026-W47",
  "２０２６-W47",
])("“%s” is no week", (name) => expect(mondayOfWeekName(name)).toBeUndefined());

test("every week from 1990 to 2060 has one name, a Monday, and the next one seven days later", () => {
  const names = new Set<string>();
  let monday = "1990-01-01";
  while (monday < "2060-01-01") {
    const name = weekName(monday);
    expect([mondayOfWeekName(name), mondayOf(monday), mondayOf(daysAfter(monday, 6))]).toEqual([
      monday,
      monday,
      monday,
    ]);
    names.add(name);
    monday = daysAfter(monday, 7);
  }
  expect(names.size).toBe(3653);
  expect([...names].filter((name) => name.endsWith("W53")).length).toBe(12);
});

test.each([
  // The nights the clocks change in Britain: an hour that is not there, and one that is there twice.
  ["Europe/London", "2026-03-28T23:59:59Z", "2026-03-28"],
  ["Europe/London", "2026-03-29T00:59:59Z", "2026-03-29"],
  ["Europe/London", "2026-03-29T01:00:00Z", "2026-03-29"],
  ["Europe/London", "2026-03-29T22:59:59Z", "2026-03-29"],
  ["Europe/London", "2026-03-29T23:00:00Z", "2026-03-30"],
  ["Europe/London", "2026-10-24T22:59:59Z", "2026-10-24"],
  ["Europe/London", "2026-10-24T23:00:00Z", "2026-10-25"],
  ["Europe/London", "2026-10-25T00:30:00Z", "2026-10-25"],
  ["Europe/London", "2026-10-25T01:30:00Z", "2026-10-25"],
  ["Europe/London", "2026-10-25T23:59:59Z", "2026-10-25"],
  ["Europe/London", "2026-10-26T00:00:00Z", "2026-10-26"],
  // Midnight elsewhere.
  ["Pacific/Auckland", "2026-12-31T11:00:00Z", "2027-01-01"],
  ["America/Los_Angeles", "2027-01-01T07:59:59Z", "2026-12-31"],
  ["Pacific/Kiritimati", "2026-11-15T10:00:00Z", "2026-11-16"],
  ["Asia/Kathmandu", "2026-11-15T18:15:00Z", "2026-11-16"],
  ["UTC", "2026-11-15T23:59:59.999Z", "2026-11-15"],
])("in %s the instant %s falls on %s", (zone, instant, day) => {
  expect(dayIn(zone, new Date(instant))).toBe(day);
});

test.each(["2026-02-28", "2024-02-29", "0099-01-01", "9999-12-31"])("%s is a day", (day) =>
  expect(isDay(day)).toBe(true),
);

test.each([
  "2026-02-29",
  "2026-13-01",
  "2026-00-10",
  "2026-11-31",
  "0000-00-00",
  "2026-1-1",
  "2026-11-17T00:00:00Z",
  "-2026-01-01",
  "17/11/2026",
  "today",
  "",
])("“%s” is none", (day) => expect(isDay(day)).toBe(false));

test("a day's arithmetic is free of clocks that change", () => {
  expect(daysAfter("2026-03-28", 1)).toBe("2026-03-29");
  expect(daysAfter("2026-03-29", 1)).toBe("2026-03-30");
  expect(daysAfter("2026-10-25", 1)).toBe("2026-10-26");
  expect(daysAfter("2026-10-26", -2)).toBe("2026-10-24");
  expect(daysAfter("2028-02-28", 1)).toBe("2028-02-29");
});
