import type { Approach } from "../departments/approach.ts";
import type { Contact } from "../departments/contact.ts";
import type { SummarySentence } from "../insights/summary.ts";
import { everyMonth, type MonthCount, type QuietStretch, quietStretches } from "../insights/timeline.ts";
import { type Day, daysAfter } from "../settings/calendar.ts";
import { excerpt } from "../text/excerpt.ts";
import type { Briefing } from "./briefing.ts";
import type { Known } from "./find-briefing.server.ts";
import type { HeardThing } from "./list-last-things.server.ts";
import type { FormerLiaison, YearRows } from "./list-year.server.ts";

export type PackMonth = MonthCount & { things: HeardThing[] };

/** All that whoever takes a department over should know, as far as the reader may, and nothing that is theirs alone. */
export type HandoverPack = {
  briefing: Briefing;
  sentences: SummarySentence[];
  toAsk: string[];
  asked: HeardThing[];
  /** The past year's, the latest first: the first four have more of what was heard than those before. */
  months: PackMonth[];
  quiet: QuietStretch[];
  contacts: Contact[];
  approaches: Approach[];
  liaisons: FormerLiaison[];
};

/** From when a pack tells of what was heard, and since which month it tells more. */
export function packSpan(today: Day): { since: Day; lately: string } {
  const since = `${Number(today.slice(0, 4)) - 1}${today.slice(4, 7)}-01`;
  return { since, lately: daysAfter(`${today.slice(0, 7)}-01`, -80).slice(0, 7) };
}

type Packing = { briefing: Briefing; known: Known; rows: YearRows; today: Day };

export function packOf({ briefing, known, rows, today }: Packing): HandoverPack {
  const { department, knowledge } = known;
  const counted = new Map(rows.things.map(({ month, count }) => [month, count]));
  const since = packSpan(today).since.slice(0, 7);
  const { firstMonth } = rows;
  // Before the first of all there was nobody to hear anything: no quiet stretch.
  const first = firstMonth && (firstMonth > since ? firstMonth : since);
  const months = everyMonth(first ? [{ month: first, count: 0 }] : [], today.slice(0, 7)).map(
    ({ month }) => ({
      month,
      count: counted.get(month) ?? 0,
    }),
  );
  const longAgo = daysAfter(today, -730);
  return {
    briefing,
    sentences: knowledge.sentences.map((sentence) => ({
      ...sentence,
      citations: sentence.citations.filter(({ visibility }) => visibility !== "me"),
    })),
    toAsk: knowledge.questions.filter(({ answers }) => answers.length === 0).map(({ question }) => question),
    asked: rows.asked.map(shortened),
    months: months.toReversed().map(({ month, count }) => ({
      month,
      count,
      things: rows.things.filter((thing) => thing.month === month).map(shortened),
    })),
    quiet: quietStretches(months, department.profile.rhythm),
    contacts: department.contacts.filter(({ until }) => until === null || until >= longAgo),
    approaches: rows.approaches,
    liaisons: rows.liaisons,
  };
}

function shortened({ id, text, kind, visibility, heardOn, phrase, by, team, voices, answered }: HeardThing) {
  return { id, text: excerpt(text, 280), kind, visibility, heardOn, phrase, by, team, voices, answered };
}
