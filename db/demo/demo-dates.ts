import { type Day, dayIn, daysAfter, mondayOf } from "#app/settings/calendar.ts";
import { demoIssues } from "./content/issues.ts";
import type { DemoInsight } from "./content/types.ts";

/** What the editor of the present week points at: it stays in that week, however young the week is. */
const pointedAt = new Set(
  demoIssues
    .filter(({ weeksAgo }) => weeksAgo === 0)
    .flatMap(({ picks, minute = [] }) => [
      ...picks.map(([key]) => key),
      ...minute.flatMap(([, ...keys]) => keys),
    ]),
);

/** When a demonstration insight was heard and posted, counted back from now and never after it. */
export function demoDates(
  { key, weeksAgo, weekday, time, postedDaysLater = 0 }: DemoInsight,
  { now, timeZone }: { now: Date; timeZone: string },
): { heardOn: Day; postedAt: Date } {
  const today = dayIn(timeZone, now);
  const planned = daysAfter(mondayOf(today), weekday - 1 - 7 * weeksAgo);
  const heardOn = planned > today ? alreadyPast(key, { planned, today }) : planned;
  const posted = daysAfter(heardOn, postedDaysLater);
  const postedAt = new Date(`${posted > today ? today : posted}T${time}:00Z`);
  // A few minutes apart, so that what was "posted later today" still comes in an order.
  const latest = new Date(now.getTime() - (Number(time.slice(3)) + 1) * 60_000);
  return { heardOn, postedAt: postedAt > latest ? latest : postedAt };
}

/** A day of this week that has not come yet: today for some, so that a Monday has its news; for most that day in one of the four weeks before. */
function alreadyPast(key: string, { planned, today }: { planned: Day; today: Day }): Day {
  const earlier = [...key].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % 5;
  return earlier === 0 || pointedAt.has(key) ? today : daysAfter(planned, -7 * earlier);
}
