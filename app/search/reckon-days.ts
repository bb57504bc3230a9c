import { type Day, daysAfter, isDay, mondayOf } from "../settings/calendar.ts";
import { stretchesRound, termOf } from "./date-words.ts";
import { daysOfMonth } from "./days-of-month.ts";

/** The days people mean by what they say of the past: by the parts of it, in small letters. */
export type Days = { from: Day; to: Day };

export const monthNames: readonly string[] =
  "january february march april may june july august september october november december".split(" ");
export const weekdays: readonly string[] = "monday tuesday wednesday thursday friday saturday sunday".split(
  " ",
);
export const numbers: readonly string[] =
  "one two three four five six seven eight nine ten eleven twelve".split(" ");
const academicStart = "09-01";

export function numberOf(name = ""): string {
  const at = monthNames.findIndex((one) => one.startsWith(name.slice(0, 3)));
  return String(at + 1).padStart(2, "0");
}

export function dayOf(day = "", name = "", of = ""): Days | undefined {
  const written = `${of}-${numberOf(name)}-${day.padStart(2, "0")}`;
  return isDay(written) ? { from: written, to: written } : undefined;
}

export function lastDayOf(day = "", name = "", today: Day): Days | undefined {
  const thisYear = dayOf(day, name, today.slice(0, 4));
  return thisYear && thisYear.from <= today ? thisYear : dayOf(day, name, yearBefore(today));
}

/** The latest month of that name that had begun on that day. */
export function lastMonth(name = "", day: Day): Days | undefined {
  const number = numberOf(name);
  const of = `${number}-01` <= day.slice(5) ? day.slice(0, 4) : yearBefore(day);
  return daysOfMonth(`${of}-${number}`);
}

function yearBefore(day: Day): string {
  return String(Number(day.slice(0, 4)) - 1);
}

export function termIn(name = "", of = ""): Days {
  return termOf(`${of}-${{ autumn: "10", spring: "02", summer: "06" }[name] ?? "10"}-01`);
}

/** The latest term of that name that has begun. */
export function lastTerm(name = "", today: Day): Days {
  const thisYear = termIn(name, today.slice(0, 4));
  return thisYear.from <= today ? thisYear : termIn(name, yearBefore(today));
}

export function weekFrom(monday: Day | undefined): Days | undefined {
  return monday === undefined ? undefined : { from: monday, to: daysAfter(monday, 6) };
}

export function namedDays(which = "", unit = "", today: Day): Days | undefined {
  const words = `${which} ${unit === "semester" ? "term" : unit}`;
  const named = stretchesRound(today).find((one) => one.words.toLowerCase() === words);
  if (named) return { from: named.from, to: named.to };
  if (words === "this month") return daysOfMonth(today.slice(0, 7));
  if (words === "last week") return weekFrom(daysAfter(mondayOf(today), -7));
  return { from: `${yearBefore(today)}-01-01`, to: `${yearBefore(today)}-12-31` };
}

export function academicYear(which = "", today: Day): Days {
  const begun = today.slice(5) >= academicStart ? Number(today.slice(0, 4)) : Number(yearBefore(today));
  const of = which === "last" ? begun - 1 : begun;
  return { from: `${of}-${academicStart}`, to: daysAfter(`${of + 1}-${academicStart}`, -1) };
}

const unitDays: Record<string, number> = { day: 1, week: 7, month: 30, year: 365 };

function countOf(count = ""): number {
  return Number(count) || numbers.indexOf(count) + 1;
}

/** Up to today. */
export function past(count: string | undefined, unit = "day", today: Day): Days {
  return { from: daysAfter(today, -countOf(count) * (unitDays[unit] ?? 1)), to: today };
}

export function ago(count: string | undefined, unit = "day", today: Day): Days | undefined {
  const day = daysAfter(today, -countOf(count) * (unitDays[unit] ?? 1));
  if (unit === "week") return weekFrom(mondayOf(day));
  return unit === "month" ? daysOfMonth(day.slice(0, 7)) : { from: day, to: day };
}

export function weekdayBefore(name: string, latest: Day): Days {
  const monday = mondayOf(latest);
  const day = daysAfter(monday, weekdays.indexOf(name));
  const found = day <= latest ? day : daysAfter(day, -7);
  return { from: found, to: found };
}
