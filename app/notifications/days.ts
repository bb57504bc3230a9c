import { dayIn } from "../ui/dates.ts";

type Dated = { at: Date };

/** Things in their order, by the day each happened on in the library's time zone. */
export function byDay<Item extends Dated>(
  items: readonly Item[],
  timeZone: string,
): { day: string; items: Item[] }[] {
  const days: { day: string; items: Item[] }[] = [];
  for (const item of items) {
    const day = dayIn(item.at, timeZone);
    const last = days.at(-1);
    if (last?.day === day) last.items.push(item);
    else days.push({ day, items: [item] });
  }
  return days;
}
