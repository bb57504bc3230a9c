import { type Day, daysAfter, weekName } from "../settings/calendar.ts";
import { exactDate } from "../ui/dates.ts";
import type { WeekCounts } from "./weekly-issue-data.ts";

/** "Week 47, 2026" */
export function weekTitle(monday: Day): string {
  const [year, week] = weekName(monday).split("-W");
  return `Week ${Number(week)}, ${year}`;
}

/** "16 to 22 November 2026", months and years said once where they are the same. */
export function weekDates(monday: Day): string {
  const [fromDay, fromMonth, fromYear] = exactDate(monday).split(" ");
  const to = exactDate(daysAfter(monday, 6));
  const [, toMonth, toYear] = to.split(" ");
  if (fromYear !== toYear) return `${fromDay} ${fromMonth} ${fromYear} to ${to}`;
  return fromMonth === toMonth ? `${fromDay} to ${to}` : `${fromDay} ${fromMonth} to ${to}`;
}

/** How a week's count stands against the mean of the four before it, in words. Where there is nothing, that is said once, elsewhere. */
export function countInWords({ count, meanBefore }: { count: number; meanBefore: number }): string {
  const before = meanBefore > 0 && `${meanInWords(meanBefore)} a week on average in the four weeks before`;
  if (count === 0) return before || "";
  return `${count} ${count === 1 ? "insight" : "insights"}; ${before || "nothing in the four weeks before"}`;
}

/** As exactly as one would say it: "25", "1.3". */
export function meanInWords(mean: number): string {
  return String(mean < 10 ? Number(mean.toFixed(1)) : Math.round(mean));
}

/** The last five weeks' counts, named for a picture: "W43" to "W47". */
export function weekBars({ counts }: Pick<WeekCounts, "counts">): { label: string; value: number }[] {
  return counts.map(({ monday, insights }) => ({ label: weekName(monday).slice(5), value: insights }));
}
