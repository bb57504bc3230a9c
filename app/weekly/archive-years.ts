import { type Day, daysAfter, mondayOfWeekName, weekName } from "../settings/calendar.ts";

/** Weeks that a page of the archive shows: the last fifty-two, or those of one year. Both are Mondays. */
export type ArchiveSpan = { from: Day; upTo: Day };

/** The ISO year a week belongs to. */
export function isoYearOf(monday: Day): number {
  return Number(weekName(monday).slice(0, 4));
}

/** The years of the archive, the latest first; `first` is its first week. */
export function archiveYears({ first, monday }: { first: Day | undefined; monday: Day }): number[] {
  const latest = isoYearOf(monday);
  const earliest = first === undefined ? latest : Math.min(isoYearOf(first), latest);
  return Array.from({ length: latest - earliest + 1 }, (_, back) => latest - back);
}

/** Of a year its weeks as far as `monday`, the current one; without a year the last fifty-two. */
export function archiveSpan({ year, monday }: { year: number | undefined; monday: Day }): ArchiveSpan {
  if (year === undefined) return { from: daysAfter(monday, -51 * 7), upTo: monday };
  const from = mondayOfWeekName(`${year}-W01`) ?? monday;
  const last = daysAfter(mondayOfWeekName(`${year + 1}-W01`) ?? monday, -7);
  return { from, upTo: last < monday ? last : monday };
}
