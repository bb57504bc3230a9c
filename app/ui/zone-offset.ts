import { tzOffset } from "@date-fns/tz/tzOffset";

const quarter = 15 * 60_000;
const most = 5_000;
const known = new Map<string, number>();

/** By how many milliseconds that zone's clocks are ahead of UTC at an instant. Asked of the system once in a quarter of an hour: clocks change on the quarter. */
export function zoneOffset(timeZone: string, instant: number): number {
  const key = `${timeZone} ${Math.floor(instant / quarter)}`;
  const offset = known.get(key) ?? tzOffset(timeZone, new Date(instant)) * 60_000;
  if (known.size >= most) known.clear();
  known.set(key, offset);
  return offset;
}
