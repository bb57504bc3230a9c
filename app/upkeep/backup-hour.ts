import { tzOffset } from "@date-fns/tz/tzOffset";
import { dayIn, daysAfter } from "../settings/calendar.ts";

type Hour = { hour: number; timeZone: string };

/** The last time it was this hour by the library's clock. */
export function lastTimeAt({ hour, timeZone }: Hour, now: Date): Date {
  const today = dayIn(timeZone, now);
  const [one, other] = [today, daysAfter(today, -1)].map((day) => instantOf(day, { hour, timeZone }));
  return one && one <= now ? one : (other as Date);
}

/** In the night the clocks go on, an hour that does not exist is the one after it. */
function instantOf(day: string, { hour, timeZone }: Hour): Date {
  const asIfUtc = Date.parse(`${day}T${String(hour).padStart(2, "0")}:00:00Z`);
  const nearby = new Date(asIfUtc - tzOffset(timeZone, new Date(asIfUtc)) * 60_000);
  return new Date(asIfUtc - tzOffset(timeZone, nearby) * 60_000);
}
