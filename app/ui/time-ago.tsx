import type { JSX, ReactNode } from "react";
import { createContext, useContext } from "react";
import { type Clock, exactTime, machineTime, relativeTime, type When } from "./dates.ts";

const ClockContext = createContext<Clock | undefined>(undefined);

/** Sets "now" once for the whole page, from loader data, so that server and browser write the same words. */
export function ClockProvider({ clock, children }: { clock: Clock; children: ReactNode }): JSX.Element {
  return <ClockContext.Provider value={clock}>{children}</ClockContext.Provider>;
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
