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
  const isToCome = planned > today;
  const heardOn = isToCome ? alreadyPast(key, { planned, today }) : planned;
  const isHeldBack = isToCome && turnOf(key) === 0;
  const posted = isHeldBack ? today : daysAfter(heardOn, postedDaysLater);
  const postedAt = new Date(`${posted > today ? today : posted}T${time}:00Z`);
  // A few minutes apart, so that what was "posted later today" still comes in an order.
  const latest = new Date(now.getTime() - (Number(time.slice(3)) + 1) * 60_000);
  return { heardOn, postedAt: postedAt > latest ? latest : postedAt };
}

/**
 * A day of this week that has not come yet: today for what the editor points at, so that a Monday has its news; a working
 * day or two ago for some, posted only today; for most that day in one of the four weeks before.
 */
function alreadyPast(key: string, { planned, today }: { planned: Day; today: Day }): Day {
  if (pointedAt.has(key)) return today;
  const turn = turnOf(key);
  if (turn > 0) return daysAfter(planned, -7 * turn);
  const before = daysAfter(today, -1 - (key.length % 2));
  const friday = daysAfter(mondayOf(before), 4);
  return before > friday ? friday : before;
}

/** Always the same of an insight, from 0 to 4. */
function turnOf(key: string): number {
  return [...key].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % 5;
}
