import { type Day, daysAfter } from "../settings/calendar.ts";

/** The first and last day of a month written `YYYY-MM`; undefined for what is none. */
export function daysOfMonth(month: string): { from: Day; to: Day } | undefined {
  if (!/^(19|20)\d{2}-(0[1-9]|1[0-2])$/.test(month)) return undefined;
  const from = `${month}-01`;
  const nextMonth = daysAfter(from, 31).slice(0, 7);
  return { from, to: daysAfter(`${nextMonth}-01`, -1) };
}
