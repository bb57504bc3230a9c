import { excerpt } from "../text/excerpt.ts";

/** Something printed: what it is about in bold, what was said, and how it was heard. */
export type PrintedItem = { label?: string; text: string; note?: string };
export type PrintedPart = { title: string; items: PrintedItem[] };

/** An issue on two sides of paper: the week in brief, and what was heard. */
export type PrintedIssue = {
  front: PrintedPart[];
  back: PrintedPart[];
  /** Insights that found no room. */
  more: number;
};

/** What a sheet is made of: texts whole, and in which order they are to be read. */
export type ToPrint = {
  lead: string;
  minute: readonly string[];
  picks: readonly PrintedItem[];
  /** Rising, in several places, gone quiet and the numbers: short, and always printed. */
  found: readonly PrintedPart[];
  /** Small victories and open questions: on the front where there is room. */
  apart: readonly PrintedPart[];
  heard: readonly PrintedPart[];
};

/** How many lines two columns hold beneath the head of each side, and how many letters a line holds at the least. */
const room = { front: 114, back: 122 } as const;
const letters = { text: 58, note: 64 } as const;
/** In lines: a part's head, a line of how it was heard, and the space after each. */
const heights = { heading: 2.5, note: 0.9, apart: 0.3 } as const;

/** How long texts may be: the longest at which all of it fits, else the shortest and not all. */
const shortest = 100;
/** Shorter than this a text says little; fewer lines than that are not worth a heading. */
const goodLength = 200;
const worthwhile = 16;
const lengths = [420, 320, 240, 180, 130, shortest] as const;

/** Puts an issue on two sides. What does not fit is counted, not cut off. */
export function printedIssue({ lead, minute, picks, found, apart, heard }: ToPrint): PrintedIssue {
  const opening: PrintedPart[] = [
    { title: "", items: lead ? [{ text: excerpt(lead, 700) }] : [] },
    { title: "In one minute", items: minute.map((text) => ({ text })) },
  ];
  const chosen = fitted(
    [{ title: "Editor’s picks", items: [...picks] }],
    room.front - linesOf([...opening, ...found]),
  );
  const brief = [...opening, ...chosen.parts, ...found].filter(isFilled);
  const beside = fitted(apart, room.front - linesOf(brief));
  const front = [...brief, ...beside.parts];
  const { onFront, back, left } = onTwoSides([...beside.left, ...heard], room.front - linesOf(front));
  return {
    front: [...front, ...onFront],
    back,
    more: left.reduce((sum, { items }) => sum + items.length, 0),
  };
}

type TwoSides = { onFront: PrintedPart[]; back: PrintedPart[]; left: PrintedPart[] };

/** On the back; where texts would get too short there, what the front has left is used as well. */
function onTwoSides(parts: readonly PrintedPart[], frontLeft: number): TwoSides {
  const onBack = fitted(parts, room.back);
  const texts = onBack.parts.flatMap(({ items }) => items.map(({ text }) => text.length));
  const isCut = onBack.left.length > 0 || Math.max(0, ...texts) < goodLength;
  if (!isCut || frontLeft < worthwhile) return { onFront: [], back: onBack.parts, left: onBack.left };
  const onBoth = fitted(parts, room.back + frontLeft - worthwhile / 2);
  const { parts: onFront, left: back } = asMuchAsFits(onBoth.parts, frontLeft - longest(onBoth.parts));
  const begun = onFront.at(-1)?.title;
  return {
    onFront,
    back: back.map(({ title, items }) => ({ title: title === begun ? `${title}, continued` : title, items })),
    left: onBoth.left,
  };
}

type Fitted = { parts: PrintedPart[]; left: PrintedPart[] };

/** What fits into so many lines, and what does not. An item stays whole, so that a column may end before a long one. */
function fitted(parts: readonly PrintedPart[], lines: number): Fitted {
  for (const length of lengths) {
    const short = shortened(parts, length);
    if (linesOf(short) <= lines - longest(short)) return { parts: short.filter(isFilled), left: [] };
  }
  const short = shortened(parts, shortest);
  return asMuchAsFits(short, lines - longest(short));
}

function shortened(parts: readonly PrintedPart[], length: number): PrintedPart[] {
  return parts.map(({ title, items }) => ({
    title,
    items: items.map((item) => ({ ...item, text: excerpt(item.text, length) })),
  }));
}

function asMuchAsFits(parts: readonly PrintedPart[], lines: number): Fitted {
  let used = 0;
  const each = parts.map(({ title, items }) => {
    let count = 0;
    used += heights.heading;
    for (const item of items) {
      used += linesOfItem(item);
      if (used > lines) break;
      count += 1;
    }
    return [
      { title, items: items.slice(0, count) },
      { title, items: items.slice(count) },
    ] as const;
  });
  return {
    parts: each.map(([taken]) => taken).filter(isFilled),
    left: each.map(([, left]) => left).filter(isFilled),
  };
}

function linesOf(parts: readonly PrintedPart[]): number {
  return parts.filter(isFilled).reduce((sum, { title, items }) => {
    const own = items.reduce((all, item) => all + linesOfItem(item), 0);
    return sum + own + (title ? heights.heading : 0);
  }, 0);
}

function longest(parts: readonly PrintedPart[]): number {
  return Math.max(0, ...parts.flatMap(({ items }) => items.map(linesOfItem))) - 1;
}

function linesOfItem({ label = "", text, note = "" }: PrintedItem): number {
  // Bold is wider, and a word that does not fit goes to the next line.
  const said = Math.ceil((label.length * 1.1 + text.length + 1) / letters.text);
  return said + Math.ceil(note.length / letters.note) * heights.note + heights.apart;
}

function isFilled({ items }: PrintedPart): boolean {
  return items.length > 0;
}
