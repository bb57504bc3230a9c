import { zoneOffset } from "./zone-offset.ts";

/** An instant, or a day of the calendar written `2026-11-17`, which no time zone may shift. */
export type When = Date | string;

/** What a page needs to know to write times: the same on the server and in the browser. */
export type Clock = { now: Date; timeZone: string };

/** 17 November 2026 */
export function exactDate(when: When, timeZone = "UTC"): string {
  const day = wallClock(when, timeZone);
  return `${day.getUTCDate()} ${months[day.getUTCMonth()]} ${day.getUTCFullYear()}`;
}

/** Tuesday 17 November 2026 */
export function weekdayDate(when: When, timeZone = "UTC"): string {
  return `${weekdays[wallClock(when, timeZone).getUTCDay()]} ${exactDate(when, timeZone)}`;
}

/** Tuesday 17 November 2026, 09:05 */
export function weekdayTime(when: Date, timeZone: string): string {
  return `${weekdays[wallClock(when, timeZone).getUTCDay()]} ${exactTime(when, timeZone)}`;
}

/** 17 November 2026, 09:05; a day of the calendar stays a day */
export function exactTime(when: When, timeZone = "UTC"): string {
  if (isDay(when)) return exactDate(when);
  return `${exactDate(when, timeZone)}, ${wallClock(when, timeZone).toISOString().slice(11, 16)}`;
}

/** just now, 5 minutes ago, yesterday, 2 days ago, 3 weeks ago; and ahead: tomorrow, in 2 days. */
export function relativeTime(from: When, now: Date, timeZone = "UTC"): string {
  const days = daysBetween(wallClock(from, timeZone), wallClock(now, timeZone));
  if (!isDay(from)) {
    const seconds = Math.round((now.getTime() - new Date(from).getTime()) / 1000);
    const near = withinTheDay(seconds, days);
    if (near) return near;
  }
  if (days === 0) return "today";
  if (days === 1) return "yesterday";
  if (days === -1) return "tomorrow";
  return ago(...roundedDays(Math.abs(days)), days > 0);
}

/** `2026-11-17`: the day this instant falls on, in that zone. */
export function dayIn(when: When, timeZone: string): string {
  return wallClock(when, timeZone).toISOString().slice(0, 10);
}

/** For `<time datetime>`. */
export function machineTime(when: When): string {
  return isDay(when) ? when : new Date(when).toISOString();
}

function withinTheDay(seconds: number, days: number): string | undefined {
  const distance = Math.abs(seconds);
  if (distance < 60) return "just now";
  if (distance < 3600) return ago(Math.floor(distance / 60), "minute", seconds > 0);
  if (distance < 12 * 3600 || days === 0) return ago(Math.floor(distance / 3600), "hour", seconds > 0);
  return undefined;
}

function roundedDays(days: number): [number, string] {
  if (days < 14) return [days, "day"];
  if (days < 60) return [Math.floor(days / 7), "week"];
  if (days < 365) return [Math.floor(days / 30.44), "month"];
  return [Math.floor(days / 365.25) || 1, "year"];
}

function ago(count: number, unit: string, past: boolean): string {
  const amount = `${count} ${unit}${count === 1 ? "" : "s"}`;
  return past ? `${amount} ago` : `in ${amount}`;
}

/** The wall clock of that zone, kept in the UTC fields, so that reading them needs no zone. */
function wallClock(when: When, timeZone: string): Date {
  if (isDay(when)) return new Date(`${when}T00:00:00Z`);
  const instant = new Date(when);
  return new Date(instant.getTime() + zoneOffset(timeZone, instant.getTime()));
}

function daysBetween(from: Date, to: Date): number {
  return Math.floor(to.getTime() / dayLength) - Math.floor(from.getTime() / dayLength);
}

function isDay(when: When): when is string {
  return typeof when === "string" && when.length === 10;
}

const dayLength = 86_400_000;
const months = "January February March April May June July August September October November December".split(
  " ",
);
const weekdays = "Sunday Monday Tuesday Wednesday Thursday Friday Saturday".split(" ");

/** November 2026, of a month written `2026-11` */
export function monthWords(month: string): string {
  return `${months[Number(month.slice(5, 7)) - 1]} ${month.slice(0, 4)}`;
}
