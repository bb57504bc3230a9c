import type { InsightCardData } from "../insights/insight-card-data.ts";
import type { Person } from "../people/person.ts";
import { type Day, daysAfter } from "../settings/calendar.ts";
import { groupCards } from "./group-cards.ts";
import type { Grouping, WeeklyIssue } from "./weekly-issue-data.ts";

type Arranging = {
  monday: Day;
  by: Grouping;
  /** Heard or posted this week, or still an open question in it, and readable by the reader. */
  cards: readonly InsightCardData[];
  facts: {
    counts: ReadonlyMap<Day, number>;
    own: readonly { slug: string }[];
    readUpTo: number | undefined;
  };
  reader: Pick<Person, "handle">;
  /** How it stood when it was closed. */
  closed?: { order: readonly string[]; questions: readonly string[] };
};

/** Puts a week's cards into the parts of its issue, each card once. */
export function arrangeIssue({ monday, by, cards, facts, reader, closed }: Arranging): WeeklyIssue {
  const places = closed && new Map(closed.order.map((id, place) => [id, place]));
  const placeOf = ({ id }: InsightCardData) => places?.get(id) ?? 0;
  const all = cards.filter(({ heardOn }) => heardOn >= monday).sort((a, b) => placeOf(a) - placeOf(b));
  const isAdded = ({ id, visibility }: InsightCardData) =>
    visibility === "staff" && places?.has(id) === false;
  const heard = all.filter((card) => !isAdded(card));
  const isOpen = ({ id, kind, answered, visibility }: InsightCardData) => {
    if (closed) return closed.questions.includes(id);
    return kind === "question" && !answered && visibility === "staff";
  };
  const heardEarlier = cards
    .filter((card) => card.heardOn < monday && !isOpen(card))
    .sort((a, b) => b.seq - a.seq);
  const forAllStaff = heard.filter(({ visibility }) => visibility === "staff");
  const counts = [-28, -21, -14, -7, 0].map((days) => {
    const week = daysAfter(monday, days);
    return { monday: week, insights: facts.counts.get(week) ?? 0 };
  });
  const count = counts.at(-1)?.insights ?? 0;
  const before = counts.slice(0, -1).reduce((sum, { insights: weekly }) => sum + weekly, 0);
  const isApart = (card: InsightCardData) => card.kind === "win" || isOpen(card);
  return {
    monday,
    by,
    wins: forAllStaff.filter(({ kind }) => kind === "win"),
    questions: cards.filter(isOpen),
    groups: groupCards({
      by,
      cards: forAllStaff.filter((card) => !isApart(card)),
      ownKeys: new Set(by === "department" ? facts.own.map(({ slug }) => slug) : []),
    }),
    added: all.filter(isAdded),
    heardEarlier,
    restricted: heard.filter(({ visibility }) => visibility !== "staff"),
    counts,
    count,
    meanBefore: before / 4,
    more: Math.max(0, count - all.filter(({ visibility }) => visibility === "staff").length),
    readUpTo: facts.readUpTo,
    readBy: reader.handle,
  };
}
