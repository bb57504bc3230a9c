import { dayIn, daysAfter, instantAt } from "#app/settings/calendar.ts";

/** As long as a file may take on a busy machine. */
const longestFile = 5 * 60_000;

/**
 * How many milliseconds a file of tests has to wait before it begins, so that the day does not turn under it: many take
 * today's day or week once, and pages go by the clock. Both the library's day and PostgreSQL's, by UTC, count.
 */
export function untilClearOfMidnight(now: Date): number {
  const waits = ["Europe/London", "UTC"].map((zone) => {
    const midnight = instantAt(zone, { day: daysAfter(dayIn(zone, now), 1), time: "00:00" });
    const left = midnight.getTime() - now.getTime();
    // A second more, for clocks that are not quite the same.
    return left < longestFile ? left + 1_000 : 0;
  });
  return Math.max(...waits);
}
