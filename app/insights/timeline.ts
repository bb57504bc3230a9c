import type { Rhythm } from "../departments/rhythm.ts";

/** A month as `2026-11`, and how many insights were heard in it. */
export type MonthCount = { month: string; count: number };

/** A run of months in which nothing was heard. */
export type QuietStretch = { from: string; to: string; months: number };

// Months without a word that are a quiet stretch, by how often something is wanted to be heard.
const quietMonths: Record<Rhythm, number> = {
  weekly: 1,
  fortnightly: 1,
  monthly: 2,
  termly: 5,
  "half-yearly": 8,
  yearly: 14,
};
const usuallyQuiet = 3;

/** Every month from the first with anything to the present one, the empty ones included. */
export function everyMonth(counts: readonly MonthCount[], thisMonth: string): MonthCount[] {
  const [first] = counts;
  if (!first) return [];
  const known = new Map(counts.map(({ month, count }) => [month, count]));
  const all: MonthCount[] = [];
  for (let month = first.month; month <= thisMonth && all.length < 1_200; month = monthAfter(month))
    all.push({ month, count: known.get(month) ?? 0 });
  return all;
}

/** Where nothing was heard for longer than the department's rhythm would have it. The present month is not over yet. */
export function quietStretches(months: readonly MonthCount[], rhythm: Rhythm | null): QuietStretch[] {
  const least = rhythm ? quietMonths[rhythm] : usuallyQuiet;
  const found: QuietStretch[] = [];
  let run: MonthCount[] = [];
  for (const [place, month] of months.entries()) {
    const isOver = place < months.length - 1;
    if (month.count === 0 && isOver) run.push(month);
    if (month.count > 0 || !isOver) {
      const [start, end] = [run[0], run.at(-1)];
      if (start && end && run.length >= least)
        found.push({ from: start.month, to: end.month, months: run.length });
      run = [];
    }
  }
  return found;
}

function monthAfter(month: string): string {
  const [year = 0, number = 0] = month.split("-").map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, "0")}`;
}

/** The last day of a month, for an address that says from when to when. */
export function lastDayOf(month: string): string {
  const [year = 0, number = 0] = month.split("-").map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}
