import { ne, type SQL, sql } from "drizzle-orm";
import { preparedQuery } from "#db/prepared-query.server.ts";
import { insights } from "#db/schema/insights.server.ts";
import type { InsightCardData } from "../insights/insight-card-data.ts";
import { listOpenQuestions } from "../insights/list-open-questions.server.ts";
import { readableByReader, readableInSql, readerValues } from "../insights/readable.server.ts";
import { allStaffRule } from "../insights/readable.ts";
import { cardsQuery } from "../insights/select-cards.server.ts";
import type { Person } from "../people/person.ts";
import { type Day, dayIn, daysAfter, mondayOf } from "../settings/calendar.ts";
import { findLibrarySettings } from "../settings/find-library-settings.server.ts";
import { findIssueFacts } from "./find-issue-facts.server.ts";
import { groupCards } from "./group-cards.ts";
import type { Grouping, WeeklyIssue } from "./weekly-issue-data.ts";

const cardsInAnIssue = 200;
const latestHeardFirst = sql`${insights.heardOn} desc, ${insights.seq} desc`;
const monday = sql.placeholder("monday");

// Both kinds in one statement: picked by the index of each, then drawn up together.
const issueCards = preparedQuery(() =>
  cardsQuery({
    where: sql`${insights.id} = any(
      ${picked(sql`${insights.heardWeek} = ${monday} and ${readableByReader()}`, latestHeardFirst)} ||
      ${picked(
        // A library's past, brought in at once, is no news of this week.
        sql`${insights.postedWeek} = ${monday} and ${insights.heardWeek} < ${monday}
          and ${ne(insights.source, "import")} and ${readableInSql(allStaffRule)}`,
        sql`${insights.seq} desc`,
      )})`,
    orderBy: latestHeardFirst,
    limit: 2 * cardsInAnIssue,
  }),
);

function picked(where: SQL, orderBy: SQL): SQL {
  return sql`array(select ${insights.id} from ${insights} where ${where} order by ${orderBy} limit ${cardsInAnIssue})`;
}

type Asked = { person: Person; monday: Day; by?: Grouping };

/** The issue of the week that begins on `monday`. Its body and counts hold all-staff insights only. */
export async function findWeeklyIssue({ person, monday, by = "department" }: Asked): Promise<WeeklyIssue> {
  const { timeZone } = await findLibrarySettings();
  const isCurrent = monday === mondayOf(dayIn(timeZone, new Date()));
  const [cards, facts, open] = await Promise.all([
    issueCards({ monday, ...readerValues(person) }),
    findIssueFacts({ person, monday }),
    isCurrent ? listOpenQuestions(person) : [],
  ]);
  const heard = cards.filter(({ heardOn }) => heardOn >= monday);
  const isOpen = ({ kind, answered, visibility }: InsightCardData) =>
    kind === "question" && !answered && visibility === "staff";
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
  const asked = cards.filter(isOpen);
  const stillOpen = open.filter(({ id }) => !cards.some((card) => card.id === id));
  return {
    monday,
    by,
    wins: forAllStaff.filter(({ kind }) => kind === "win"),
    questions: [...asked, ...stillOpen],
    groups: groupCards({
      by,
      cards: forAllStaff.filter((card) => !isApart(card)),
      ownKeys: by === "department" ? facts.own : new Set(),
    }),
    heardEarlier,
    restricted: heard.filter(({ visibility }) => visibility !== "staff"),
    counts,
    count,
    meanBefore: before / 4,
    more: Math.max(0, count - forAllStaff.length),
    readUpTo: facts.readUpTo,
    readBy: person.handle,
  };
}
