import { type Day, dayIn, daysAfter, instantAt, mondayOf } from "./calendar.ts";
import type { LibrarySettings } from "./library-settings.ts";

type Library = Pick<LibrarySettings, "timeZone" | "weekMoment">;

/** When the week that begins on this Monday is closed: in the week after it. */
export function closingOf(monday: Day, { timeZone, weekMoment: { day, time } }: Library): Date {
  return instantAt(timeZone, { day: daysAfter(monday, 7 + day - 1), time });
}

/** The latest week whose moment has come. */
export function latestToClose(now: Date, library: Library): Day {
  const before = daysAfter(mondayOf(dayIn(library.timeZone, now)), -7);
  return closingOf(before, library) <= now ? before : daysAfter(before, -7);
}
