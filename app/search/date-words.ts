import { type Day, daysAfter, isDay, mondayOf, mondayOfWeekName } from "../settings/calendar.ts";
import { daysOfMonth } from "./days-of-month.ts";

/** A stretch of days people speak of, as a search knows it: by its first and last day. */
export type Stretch = { words: string; from: Day; to: Day };

/** The stretches a search is narrowed to by a word, as they lie round today. */
export function stretchesRound(today: Day): Stretch[] {
  const monday = mondayOf(today);
  const year = today.slice(0, 4);
  const term = termOf(today);
  return [
    { words: "This week", from: monday, to: daysAfter(monday, 6) },
    { words: "Last month", ...monthBefore(today) },
    { words: "This term", ...term },
    { words: "Last term", ...termOf(daysAfter(term.from, -1)) },
    { words: "This year", from: `${year}-01-01`, to: `${year}-12-31` },
  ];
}

// Autumn has four months and so have the others: no day is in none, and vacations belong to the term before them.
const terms = [
  ["01-01", "04-30"],
  ["05-01", "08-31"],
  ["09-01", "12-31"],
] as const;

/** The term of a British university that a day is in: autumn from September, spring from January, summer from May. */
export function termOf(day: Day): { from: Day; to: Day } {
  const [from, to] = terms.find(([, last]) => day.slice(5) <= last) ?? terms[2];
  const year = day.slice(0, 4);
  return { from: `${year}-${from}`, to: `${year}-${to}` };
}

function monthBefore(day: Day): { from: Day; to: Day } {
  const to = daysAfter(`${day.slice(0, 7)}-01`, -1);
  return { from: `${to.slice(0, 7)}-01`, to };
}

/**
 * The first or last day that somebody means who writes `before:2026-10`, `after:"last month"`, `since:2026-W40` or
 * `until:2026-11-17`: before and after leave the time itself out, since and until take it in. Undefined for no time.
 */
export function daysMeant(written: string, { today, name }: { today: Day; name: string }): Day | undefined {
  const stretch = stretchMeant(written.trim().toLowerCase().replaceAll("-w", "-W"), today);
  if (!stretch) return undefined;
  if (name === "before") return daysAfter(stretch.from, -1);
  if (name === "after") return daysAfter(stretch.to, 1);
  return name === "since" ? stretch.from : stretch.to;
}

function stretchMeant(written: string, today: Day): { from: Day; to: Day } | undefined {
  if (isDay(written)) return { from: written, to: written };
  if (/^(19|20)\d{2}$/.test(written)) return { from: `${written}-01-01`, to: `${written}-12-31` };
  const monday = mondayOfWeekName(written);
  if (monday) return { from: monday, to: daysAfter(monday, 6) };
  const days = new Map([
    ["today", today],
    ["yesterday", daysAfter(today, -1)],
  ]).get(written);
  if (days) return { from: days, to: days };
  const words = written.replaceAll(/[\s-]+/g, " ");
  const named = stretchesRound(today).find((one) => one.words.toLowerCase() === words);
  return daysOfMonth(written) ?? named;
}
