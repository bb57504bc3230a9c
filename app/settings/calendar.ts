import { zoneOffset } from "../ui/zone-offset.ts";

/** A calendar day as `YYYY-MM-DD`, in the library's time zone and free of the clock. */
export type Day = string;

// Days are counted in UTC, where every one has 24 hours, and without a library: the browser does it too.
const aDay = 86_400_000;

/** Which day it is in the library at an instant. */
export function dayIn(timeZone: string, instant: Date): Day {
  return written(instant.getTime() + zoneOffset(timeZone, instant.getTime()));
}

/** The day some days later (or, negative, earlier). */
export function daysAfter(day: Day, days: number): Day {
  return written(midnight(day) + days * aDay);
}

/** How many days later the second is than the first. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((midnight(to) - midnight(from)) / aDay);
}

/**
 * The instant at which clocks of that zone show a time (`07:30`) on a day. On the night they go back a time comes twice:
 * the first one; when they go forward one does not come: as long after midnight as if it did.
 */
export function instantAt(timeZone: string, { day, time }: { day: Day; time: string }): Date {
  const wall = Date.parse(`${day}T${time}:00Z`);
  const offset = (instant: number) => zoneOffset(timeZone, instant);
  const [before, after] = [wall - offset(wall - aDay), wall - offset(wall + aDay)];
  const real = [before, after].filter((instant) => instant + offset(instant) === wall);
  return new Date(real.length > 0 ? Math.min(...real) : before);
}

/** Monday of the ISO week a day is in: how weeks are kept and compared. */
export function mondayOf(day: Day): Day {
  const sinceMonday = (new Date(midnight(day)).getUTCDay() + 6) % 7;
  return daysAfter(day, -sinceMonday);
}

/** The name a week has in addresses: `2026-W53` for the Monday 2026-12-28. */
export function weekName(monday: Day): string {
  // A week belongs to the year of its Thursday, and the first week has the fourth of January.
  const year = daysAfter(monday, 3).slice(0, 4);
  const week = (midnight(monday) - midnight(mondayOf(`${year}-01-04`))) / (7 * aDay) + 1;
  return `${year}-W${String(week).padStart(2, "0")}`;
}

/** Monday of a week named as in addresses; undefined for what is no week of that year. */
export function mondayOfWeekName(name: string): Day | undefined {
  const match = /^(\d{4})-W(\d{2})$/.exec(name);
  // The last week of the year 9999 ends in a year that no day can be written of.
  if (!match || Number(match[1]) < 1900 || Number(match[1]) > 9998) return undefined;
  const firstMonday = mondayOf(`${match[1]}-01-04`);
  const monday = daysAfter(firstMonday, (Number(match[2]) - 1) * 7);
  return weekName(monday) === name ? monday : undefined;
}

/** True for a day that exists, written `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text.startsWith("0000")) return false;
  return !Number.isNaN(midnight(text)) && written(midnight(text)) === text;
}

function midnight(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`);
}

function written(time: number): Day {
  return new Date(time).toISOString().slice(0, 10);
}
