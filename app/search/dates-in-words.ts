import { type Day, daysAfter, daysBetween, isDay, mondayOfWeekName } from "../settings/calendar.ts";
import { daysOfMonth } from "./days-of-month.ts";
import { isFiller, wordsOf } from "./query-words.ts";
import {
  academicYear,
  ago,
  type Days,
  dayOf,
  lastDayOf,
  lastMonth,
  lastTerm,
  monthNames,
  namedDays,
  numberOf,
  numbers,
  past,
  termIn,
  weekdayBefore,
  weekdays,
  weekFrom,
} from "./reckon-days.ts";

/** A time found among words: what of them says it, and the days it is. One end is open in "since September". */
export type SpokenTime = { said: string; from?: Day; to?: Day };

/** Reads what its pattern matched; undefined where it is no time that lies behind us. */
type Reading = (parts: string[], today: Day) => Days | undefined;

const month = `(${monthNames.join("|")}|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)\\.?`;
// What names somebody, or does something, more often than a month: by itself it is no time.
const bareMonths = "january february july september october november december".split(" ");
// What year it is of was read before, or lies ahead.
const ofNoYear = "(?!,? \\d)";
const number = `(\\d{1,2}|${numbers.join("|")})`;
const year = "((?:19|20)\\d{2})";
const ordinal = "(\\d{1,2})(?:st|nd|rd|th)";
/** A month or term without its year that lies further back is more likely the coming one: exams in January. */
const mostDaysBack = 250;

const readings: readonly (readonly [pattern: string, read: Reading])[] = [
  [`((?:19|20)\\d{2}-\\d{2}-\\d{2})`, ([day = ""]) => (isDay(day) ? { from: day, to: day } : undefined)],
  [`((?:19|20)\\d{2}-w\\d{2})`, ([name = ""]) => weekFrom(mondayOfWeekName(name.toUpperCase()))],
  [`((?:19|20)\\d{2}-\\d{2})`, ([name = ""]) => daysOfMonth(name)],
  [`(?:the )?${ordinal}(?: of)? ${month},? ${year}`, ([day, name, of]) => dayOf(day, name, of)],
  [`(\\d{1,2}) ${month},? ${year}`, ([day, name, of]) => dayOf(day, name, of)],
  [`${month} (\\d{1,2})(?:st|nd|rd|th)?,? ${year}`, ([name, day, of]) => dayOf(day, name, of)],
  [`(?:the )?${ordinal}(?: of)? ${month}`, ([day, name], today) => lastDayOf(day, name, today)],
  [`(\\d{1,2}) ${month}`, ([day, name], today) => lastDayOf(day, name, today)],
  [`${month} ${ordinal}`, ([name, day], today) => lastDayOf(day, name, today)],
  [`${month},? ${year}`, ([name, of]) => daysOfMonth(`${of}-${numberOf(name)}`)],
  [`last ${month}`, ([name], today) => lastMonth(name, `${today.slice(0, 7)}-00`)],
  [`this ${month}`, ([name], today) => daysOfMonth(`${today.slice(0, 4)}-${numberOf(name)}`)],
  [`(this|last) (autumn|spring|summer) (?:term|semester)`, ([, name], today) => lastTerm(name, today)],
  [`(autumn|spring|summer) (?:term|semester) ${year}`, ([name, of]) => termIn(name, of)],
  [
    `(?:the )?(this|last) (week|month|term|semester|year)`,
    ([which, unit], today) => namedDays(which, unit, today),
  ],
  [`(this|last) academic year`, ([which], today) => academicYear(which, today)],
  [`(?:the )?(?:last|past) ${number} (day|week|month)s`, ([count, unit], today) => past(count, unit, today)],
  [`(?:the )?past (day|week|month|year)`, ([unit], today) => past("1", unit, today)],
  [`${number} (day|week|month)s? ago`, ([count, unit], today) => ago(count, unit, today)],
  [`last (${weekdays.join("|")})`, ([name = ""], today) => weekdayBefore(name, daysAfter(today, -1))],
  [`yesterday`, (_, today) => ago("1", "day", today)],
];

// Only after a word that makes a time of them.
const afterWord: readonly (readonly [pattern: string, read: Reading])[] = [
  ...readings,
  [`${month}${ofNoYear}`, ([name], today) => lastMonth(name, today)],
  [year, ([of]) => ({ from: `${of}-01-01`, to: `${of}-12-31` })],
];
const afterSince: typeof afterWord = [
  ...afterWord,
  [`(${weekdays.join("|")})`, ([name = ""], today) => weekdayBefore(name, today)],
  [`(autumn|spring|summer) (?:term|semester)`, ([name], today) => lastTerm(name, today)],
];

const within = "in|during|over|throughout|from|for|heard|heard in|heard on|posted|posted in";

/** Among other words, in the order they are tried. */
const amongWords: typeof afterWord = [
  ...readings.map(([pattern, read]) => [`(?:(?:${within}) )?${pattern}`, read] as const),
  ...afterWord.map(([pattern, read]) => [`(?:in|during|throughout) (?:the )?${pattern}`, read] as const),
  [
    `(?<!\\b(?:next|coming|every|each|\\d+)\\s)(${bareMonths.join("|")})${ofNoYear}`,
    ([name], day) => lastMonth(name, day),
  ],
];

const openWords = "since|after|before|until|till|up to";

// What is pasted speaks of times in passing.
const mostWords = 10;
const likely = new RegExp(`\\b(today|yesterday|ago|last|past|this|since|(19|20)\\d\\d|${month})\\b`, "i");

/** Tells most words apart from those worth looking through. */
export function mayHoldTime(q: string): boolean {
  return likely.test(q) && wordsOf(q).length <= mostWords;
}

/** The first time that words speak of; undefined where they speak of none that lies behind us. */
export function timeIn(q: string, today: Day): SpokenTime | undefined {
  if (!mayHoldTime(q)) return undefined;
  return between(q, today) ?? open(q, today) ?? inside(q, today);
}

const emptyWords = new Set(
  "anything came did everything happened happening heard insights know learn learned learnt new news posted said up what whats".split(
    " ",
  ),
);

const asking =
  /^(what|whats|what's|anything|everything)\b.{0,20}\b(came up|hear|heard|happened|happening|learnt|posted|said)( (about|at|from|in|on))?\b/i;

/** What is left of the words without the time, and without what only asks what there was. */
export function withoutTime(q: string, { said }: SpokenTime): string {
  const at = q.indexOf(said);
  const left = `${q.slice(0, at)} ${q.slice(at + said.length).replace(/^[.,;:!?]+/, "")}`;
  const words = wordsOf(left).filter((word) => !isFiller(word) && !emptyWords.has(word));
  return words.length > 0 ? left.replace(asking, "").replaceAll(/\s+/g, " ").trim() : "";
}

function between(q: string, today: Day): SpokenTime | undefined {
  const match = onlyMatch(q, `(?:between|from) (.{3,30}?) (?:and|to|until|till) (.{3,30}?)`);
  for (const { said, parts } of match) {
    const [from, to] = parts.map((part) => whole(part, afterWord, today));
    if (from && to && from.from <= to.to) return { said, from: from.from, to: to.to };
  }
  return undefined;
}

function open(q: string, today: Day): SpokenTime | undefined {
  for (const [pattern, read] of afterSince) {
    for (const { said, parts } of onlyMatch(q, `(${openWords}) (?:the )?${pattern}`)) {
      const [word = "", ...rest] = parts;
      const found = read(rest, today);
      if (!found || (word !== "since" && !isLately(said, found, today))) continue;
      const time = openEnd(word, found);
      if (time.from ? time.from <= today : (time.to ?? today) < today) return { said, ...time };
    }
  }
  return undefined;
}

function openEnd(word: string, { from, to }: Days): Partial<Days> {
  if (word === "since") return { from };
  if (word === "after") return { from: daysAfter(to, 1) };
  return { to: word === "before" ? daysAfter(from, -1) : to };
}

function inside(q: string, today: Day): SpokenTime | undefined {
  if (/^today$/i.test(q.trim())) return { said: q.trim(), from: today, to: today };
  for (const [pattern, read] of amongWords) {
    for (const { said, parts } of onlyMatch(q, pattern)) {
      const found = read(parts, today);
      if (found && found.from <= today && isLately(said, found, today)) return { said, ...found };
    }
  }
  return undefined;
}

/** A month that says neither which year nor "last": it must lie near enough to be meant. */
function isLately(said: string, { from }: Days, today: Day): boolean {
  return /\d{4}|\b(last|past|ago)\b/i.test(said) || daysBetween(from, today) <= mostDaysBack;
}

function whole(text: string, tried: typeof afterWord, today: Day): Days | undefined {
  for (const [pattern, read] of tried) {
    const match = new RegExp(`^(?:the )?${pattern}$`, "i").exec(text.trim());
    const found = match && read(match.slice(1).map(lower), today);
    if (found && found.from <= today) return found;
  }
  return undefined;
}

/** Where it stands by itself: between spaces. */
function onlyMatch(q: string, pattern: string): { said: string; parts: string[] }[] {
  const found = q.matchAll(new RegExp(`(?<=^|\\s)${pattern}(?=[.,;:!?]*(?:\\s|$))`, "gi"));
  return [...found].map(([said, ...parts]) => ({ said, parts: parts.map(lower) }));
}

function lower(part: string | undefined): string {
  return (part ?? "").toLowerCase();
}
