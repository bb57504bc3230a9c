import { afterEach, describe, expect, test } from "vitest";
import { daysAfter, instantAt, mondayOf, mondayOfWeekName, weekName } from "#app/settings/calendar.ts";
import { closingOf, latestToClose } from "#app/settings/week-moment.ts";

const serversZone = process.env.TZ;
afterEach(() => {
  if (serversZone === undefined) delete process.env.TZ;
  else process.env.TZ = serversZone;
});

const london = { timeZone: "Europe/London", weekMoment: { day: 1, time: "07:30" } };
const mondayOfWeek = (name: string) => mondayOfWeekName(name) ?? "";
const closes = (name: string, library = london) => closingOf(mondayOfWeek(name), library).toISOString();

describe("an hour on a clock", () => {
  test.each([
    ["Europe/London", "2026-07-06", "07:30", "2026-07-06T06:30Z", "in summer"],
    ["Europe/London", "2026-12-07", "07:30", "2026-12-07T07:30Z", "in winter"],
    // Spring: between one and two there is no hour.
    ["Europe/London", "2026-03-29", "00:59", "2026-03-29T00:59Z", "the last minute before the gap"],
    [
      "Europe/London",
      "2026-03-29",
      "01:00",
      "2026-03-29T01:00Z",
      "which does not exist: two o’clock in summer time",
    ],
    ["Europe/London", "2026-03-29", "01:30", "2026-03-29T01:30Z", "which does not exist: half past two"],
    ["Europe/London", "2026-03-29", "02:00", "2026-03-29T01:00Z", "the first minute after the gap"],
    // Autumn: the hour between one and two comes twice.
    ["Europe/London", "2026-10-25", "00:59", "2026-10-24T23:59Z", "before it"],
    ["Europe/London", "2026-10-25", "01:30", "2026-10-25T00:30Z", "which comes twice: the first time"],
    ["Europe/London", "2026-10-25", "02:00", "2026-10-25T02:00Z", "after it"],
    ["Europe/London", "2026-10-26", "00:30", "2026-10-26T00:30Z", "half an hour into the day after"],
    ["Australia/Lord_Howe", "2026-10-04", "02:15", "2026-10-03T15:45Z", "in a gap of half an hour"],
    ["America/Havana", "2026-03-08", "00:30", "2026-03-08T05:30Z", "in a gap at midnight"],
    ["Pacific/Apia", "2011-12-30", "07:30", "2011-12-30T17:30Z", "on a day that was left out"],
    ["Asia/Kathmandu", "2026-11-16", "07:30", "2026-11-16T01:45Z", "at an offset of quarters"],
    ["Pacific/Kiritimati", "2026-11-16", "00:00", "2026-11-15T10:00Z", "fourteen hours ahead"],
    ["Pacific/Niue", "2026-11-16", "23:59", "2026-11-17T10:59Z", "eleven hours behind"],
  ])("in %s on %s at %s is %s, %s", (timeZone, day, time, instant) => {
    expect(instantAt(timeZone, { day, time })).toEqual(new Date(instant));
  });

  test("is the same on a server anywhere", () => {
    for (const zone of ["Pacific/Auckland", "America/Los_Angeles", "UTC", "Asia/Kathmandu"]) {
      process.env.TZ = zone;
      expect(instantAt("Europe/London", { day: "2026-10-25", time: "01:30" })).toEqual(
        new Date("2026-10-25T00:30Z"),
      );
      expect(closes("2026-W12")).toBe("2026-03-23T07:30:00.000Z");
      expect(closes("2026-W13")).toBe("2026-03-30T06:30:00.000Z");
    }
  });
});

describe("the moment a week is closed", () => {
  test.each([
    ["2026-W52", "2026-12-28T07:30:00.000Z"],
    ["2026-W53", "2027-01-04T07:30:00.000Z"],
    ["2027-W01", "2027-01-11T07:30:00.000Z"],
    ["2020-W53", "2021-01-04T07:30:00.000Z"],
    ["2021-W52", "2022-01-03T07:30:00.000Z"],
    ["2025-W01", "2025-01-06T07:30:00.000Z"],
  ])("of %s is %s", (week, moment) => expect(closes(week)).toBe(moment));

  test("keeps its time on the clock through both changes", () => {
    const library = { timeZone: "Europe/London", weekMoment: { day: 7, time: "01:30" } };
    // The Sunday after the week: half past one is left out, or comes twice.
    expect(closes("2026-W12", library)).toBe("2026-03-29T01:30:00.000Z");
    expect(closes("2026-W42", library)).toBe("2026-10-25T00:30:00.000Z");
    expect(closes("2026-W43", library)).toBe("2026-11-01T01:30:00.000Z");
  });

  test("comes once a week, always later than the one before, wherever the library is", () => {
    for (const timeZone of ["Europe/London", "America/New_York", "Australia/Lord_Howe", "Pacific/Apia"]) {
      for (const weekMoment of [
        { day: 1, time: "07:30" },
        { day: 7, time: "02:30" },
        { day: 1, time: "00:00" },
      ]) {
        let monday = mondayOf("2010-12-27");
        let before = closingOf(daysAfter(monday, -7), { timeZone, weekMoment });
        for (let week = 0; week < 260; week += 1) {
          const moment = closingOf(monday, { timeZone, weekMoment });
          const days = (moment.getTime() - before.getTime()) / 86_400_000;
          if (days < 5.9 || days > 7.1) throw new Error(`${timeZone} ${weekName(monday)}: ${days} days`);
          [before, monday] = [moment, daysAfter(monday, 7)];
        }
      }
    }
  });

  test.each([
    ["Europe/London", "2026-11-23T07:29:59.999Z", "2026-W46"],
    ["Europe/London", "2026-11-23T07:30:00.000Z", "2026-W47"],
    // In summer an hour earlier by the world's clock.
    ["Europe/London", "2026-07-06T06:29:59.999Z", "2026-W26"],
    ["Europe/London", "2026-07-06T06:30:00.000Z", "2026-W27"],
    // Still Sunday in London, already Monday there; and the other way about.
    ["Pacific/Auckland", "2026-11-22T18:29:00.000Z", "2026-W46"],
    ["Pacific/Auckland", "2026-11-22T18:30:00.000Z", "2026-W47"],
    ["America/Los_Angeles", "2026-11-23T15:29:00.000Z", "2026-W46"],
    ["America/Los_Angeles", "2026-11-23T15:30:00.000Z", "2026-W47"],
    ["Europe/London", "2027-01-04T07:29:00.000Z", "2026-W52"],
    ["Europe/London", "2027-01-04T07:30:00.000Z", "2026-W53"],
    ["Europe/London", "2027-01-11T07:30:00.000Z", "2027-W01"],
  ])("in %s at %s the latest to close is %s", (timeZone, now, week) => {
    expect(weekName(latestToClose(new Date(now), { ...london, timeZone }))).toBe(week);
  });

  test("the latest to close is the one whose moment came last, at hours of the day all through two years", () => {
    const library = { timeZone: "Europe/London", weekMoment: { day: 7, time: "01:30" } };
    for (let at = Date.parse("2026-01-01T00:17Z"); at < Date.parse("2028-01-01"); at += 7 * 3_600_000) {
      const latest = latestToClose(new Date(at), library);
      const [own, next] = [closingOf(latest, library), closingOf(daysAfter(latest, 7), library)];
      if (!(own.getTime() <= at && at < next.getTime()))
        throw new Error(`${new Date(at).toISOString()}: ${weekName(latest)}`);
    }
  });
});
