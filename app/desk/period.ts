import { type Day, daysAfter, isDay } from "../settings/calendar.ts";

/** From one day to another, both included. */
export type Period = { from: Day; to: Day };

/** How many months are looked at: two years, so that the past one has one before it. */
const monthsShown = 24;

/** The same day some months earlier; the last of its month where there is no such day. */
function monthsBefore(day: Day, months: number): Day {
  const [year = 0, month = 0, ofMonth = 0] = day.split("-").map(Number);
  const at = year * 12 + month - 1 - months;
  const first = `${String(Math.floor(at / 12)).padStart(4, "0")}-${String((at % 12) + 1).padStart(2, "0")}`;
  for (let last = ofMonth; ; last -= 1) {
    const found = `${first}-${String(last).padStart(2, "0")}`;
    if (isDay(found)) return found;
  }
}

let known: { today: Day; months: readonly Period[] } | undefined;

/** The last two years' months up to and with today, the oldest first: they lie side by side, so that their counts add up. */
export function monthsUpTo(today: Day): readonly Period[] {
  if (known?.today !== today) known = { today, months: laidOut(today) };
  return known.months;
}

function laidOut(today: Day): Period[] {
  return Array.from({ length: monthsShown }, (_, at) => {
    const back = monthsShown - 1 - at;
    return { from: daysAfter(monthsBefore(today, back + 1), 1), to: monthsBefore(today, back) };
  });
}
