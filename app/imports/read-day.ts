import { type Day, isDay } from "../settings/calendar.ts";
import type { DateOrder } from "./import-mapping.ts";

const months = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const clock =
  /[ T,]+\d{1,2}[:.]\d{2}([:.]\d{2}([.,]\d+)?)?( ?[ap]\.?m\.?)?( ?(z|utc|gmt|bst|[+-]\d{2}:?\d{2}))?$/i;
const weekday = /^(mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,? +/i;

/**
 * The day a cell means: 2024-11-03, 3/11/2024, 3.11.24, 3 November 2024, November 3, 2024, with or without a time of day.
 * `order` decides only what can be read both ways. Undefined when it is no day.
 */
export function readDay(cell: string, order: DateOrder): Day | undefined {
  const text = cell.trim().replace(clock, "").replace(weekday, "");
  const day = iso(text) ?? numbers(text, order) ?? named(text);
  return day !== undefined && isDay(day) ? day : undefined;
}

/** Which way days with two small numbers are written here; undefined when the cells do not tell. */
export function recogniseDateOrder(cells: readonly string[]): DateOrder | undefined {
  const both = cells.flatMap((cell) => {
    const match = shortDay.exec(cell.trim().replace(clock, ""));
    return match ? [[Number(match[1]), Number(match[2])] as const] : [];
  });
  if (both.some(([first]) => first > 12)) return "dmy";
  return both.some(([, second]) => second > 12) ? "mdy" : undefined;
}

const shortDay = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{2}|\d{4})$/;

function iso(text: string): Day | undefined {
  const match = /^(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})$/.exec(text);
  return match ? `${match[1]}-${match[2]}-${match[3]}` : undefined;
}

function numbers(text: string, order: DateOrder): Day | undefined {
  const match = shortDay.exec(text);
  if (!match) return undefined;
  const [first, second] = [Number(match[1]), Number(match[2])];
  const monthFirst = second > 12 || (order === "mdy" && first <= 12);
  const [day, month] = monthFirst ? [second, first] : [first, second];
  return written({ year: match[3] ?? "", month, day });
}

function named(text: string): Day | undefined {
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)?[ -]([a-z]{3,9})\.?,?[ -](\d{4}|\d{2})$/i.exec(text);
  const monthFirst = /^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/i.exec(text);
  const [day, name, year] = dayFirst
    ? dayFirst.slice(1)
    : [monthFirst?.[2], monthFirst?.[1], monthFirst?.[3]];
  if (!day || !name || !year) return undefined;
  const month = months.indexOf(name.slice(0, 3).toLowerCase()) + 1;
  return month === 0 ? undefined : written({ year, month, day: Number(day) });
}

function written({ year, month, day }: { year: string; month: number; day: number }): Day {
  const century = year.length === 4 ? "" : Number(year) < 70 ? "20" : "19";
  const two = (number: number) => String(number).padStart(2, "0");
  return `${century}${year}-${two(month)}-${two(day)}`;
}
