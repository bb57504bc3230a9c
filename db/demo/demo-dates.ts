import { type Day, dayIn, daysAfter, mondayOf } from "#app/settings/calendar.ts";
import type { DemoInsight } from "./content/types.ts";

/** When a demonstration insight was heard and posted, counted back from now and never after it. */
export function demoDates(
  { weeksAgo, weekday, time, postedDaysLater = 0 }: DemoInsight,
  { now, timeZone }: { now: Date; timeZone: string },
): { heardOn: Day; postedAt: Date } {
  const today = dayIn(timeZone, now);
  const planned = daysAfter(mondayOf(today), weekday - 1 - 7 * weeksAgo);
  const heardOn = planned > today ? today : planned;
  const posted = daysAfter(heardOn, postedDaysLater);
  const postedAt = new Date(`${posted > today ? today : posted}T${time}:00Z`);
  // A few minutes apart, so that what was "posted later today" still comes in an order.
  const latest = new Date(now.getTime() - (Number(time.slice(3)) + 1) * 60_000);
  return { heardOn, postedAt: postedAt > latest ? latest : postedAt };
}
