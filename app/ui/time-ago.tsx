import type { JSX, ReactNode } from "react";
import { createContext, useContext } from "react";
import { type Clock, dayIn, exactDate, exactTime, machineTime, relativeTime, type When } from "./dates.ts";

const ClockContext = createContext<(Clock & { today: string }) | undefined>(undefined);

/** Sets "now" once for the whole page, from loader data, so that server and browser write the same words. */
export function ClockProvider({ clock, children }: { clock: Clock; children: ReactNode }): JSX.Element {
  const today = dayIn(clock.now, clock.timeZone);
  return <ClockContext.Provider value={{ ...clock, today }}>{children}</ClockContext.Provider>;
}

/** Which day it is for this page. */
export function useToday(): string {
  return useContext(ClockContext)?.today ?? dayIn(new Date(), "UTC");
}

/** How many days ago a day of the calendar was: told from the two alone, so that its markup can be kept for a day. */
export function DaysAgo({ day, today }: { day: string; today: string }): JSX.Element {
  return <TimeAgo at={day} now={new Date(`${today}T00:00Z`)} timeZone="UTC" />;
}

type TimeAgoProps = {
  at: When;
  now?: Date;
  timeZone?: string;
  className?: string;
};

/** How long ago, with the exact time on hover and in `datetime`. */
export function TimeAgo({ at, now, timeZone, className }: TimeAgoProps): JSX.Element {
  const clock = useContext(ClockContext);
  const present = now ?? clock?.now;
  const zone = timeZone ?? clock?.timeZone ?? "UTC";
  const exact = exactTime(at, zone);
  return (
    <time dateTime={machineTime(at)} title={exact} className={className}>
      {present ? relativeTime(at, present, zone) : exact}
    </time>
  );
}

/** A day of the calendar as one says it: "3 November", and its year when that is not this one's. */
export function OnDay({ day, today }: { day: string; today: string }): JSX.Element {
  const year = ` ${today.slice(0, 4)}`;
  const date = exactDate(day);
  return <time dateTime={day}>{date.endsWith(year) ? date.slice(0, -year.length) : date}</time>;
}
