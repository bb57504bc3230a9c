import { TZDate } from "@date-fns/tz";
import { addDays, format, getISOWeek, getISOWeekYear, parseISO, startOfISOWeek } from "date-fns";

/** A calendar day as `YYYY-MM-DD`, in the library's time zone and free of the clock. */
export type Day = string;

/** Which day it is in the library at an instant. */
export function dayIn(timeZone: string, instant: Date): Day {
  return format(new TZDate(instant, timeZone), "yyyy-MM-dd");
}

/** The day some days later (or, negative, earlier). */
export function daysAfter(day: Day, days: number): Day {
  return format(addDays(parseISO(day), days), "yyyy-MM-dd");
}

/** Monday of the ISO week a day is in: how weeks are kept and compared. */
export function mondayOf(day: Day): Day {
  return format(startOfISOWeek(parseISO(day)), "yyyy-MM-dd");
}

/** The name a week has in addresses: `2026-W53` for the Monday 2026-12-28. */
export function weekName(monday: Day): string {
  const date = parseISO(monday);
  return `${getISOWeekYear(date)}-W${String(getISOWeek(date)).padStart(2, "0")}`;
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
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = parseISO(text);
  return !Number.isNaN(date.getTime()) && format(date, "yyyy-MM-dd") === text;
}
