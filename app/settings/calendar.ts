import { tzOffset } from "@date-fns/tz/tzOffset";

/** A calendar day as `YYYY-MM-DD`, in the library's time zone and free of the clock. */
export type Day = string;

// Days are counted in UTC, where every one has 24 hours, and without a library: the browser does it too.
const aDay = 86_400_000;

/** Which day it is in the library at an instant. */
export function dayIn(timeZone: string, instant: Date): Day {
  return written(instant.getTime() + tzOffset(timeZone, instant) * 60_000);
}

/** The day some days later (or, negative, earlier). */
export function daysAfter(day: Day, days: number): Day {
  return written(midnight(day) + days * aDay);
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
  if (!match || Number(match[1]) < 1900) return undefined;
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
