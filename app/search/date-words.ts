import { type Day, daysAfter, mondayOf } from "../settings/calendar.ts";

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

/** The first and last day of a month written `YYYY-MM`; undefined for what is none. */
export function daysOfMonth(month: string): { from: Day; to: Day } | undefined {
  if (!/^(19|20)\d{2}-(0[1-9]|1[0-2])$/.test(month)) return undefined;
  const from = `${month}-01`;
  const nextMonth = daysAfter(from, 31).slice(0, 7);
  return { from, to: daysAfter(`${nextMonth}-01`, -1) };
}

function monthBefore(day: Day): { from: Day; to: Day } {
  const to = daysAfter(`${day.slice(0, 7)}-01`, -1);
  return { from: `${to.slice(0, 7)}-01`, to };
}
