import { and, between, count, desc, eq, lt, ne, sql } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { insights } from "#db/schema/insights.server.ts";
import { listOwnDepartments } from "../departments/list-own-departments.server.ts";
import type { InsightCardData } from "../insights/insight-card-data.ts";
import { readableInSql } from "../insights/readable.server.ts";
import { allStaffRule, readingRule } from "../insights/readable.ts";
import { selectCards } from "../insights/select-cards.server.ts";
import type { Person } from "../people/person.ts";
import { type Day, daysAfter } from "../settings/calendar.ts";
import { findIssueReading } from "./find-issue-reading.server.ts";
import { groupCards } from "./group-cards.ts";
import type { Grouping, WeeklyIssue } from "./weekly-issue-data.ts";

const cardsInAnIssue = 200;
const latestHeardFirst = sql`${insights.heardOn} desc, ${insights.seq} desc`;

type Asked = { person: Person; monday: Day; by?: Grouping };

/** The issue of the week that begins on `monday`. Its body and counts hold all-staff insights only. */
export async function findWeeklyIssue({ person, monday, by = "department" }: Asked): Promise<WeeklyIssue> {
  const [heard, heardEarlier, counted, own, readUpTo] = await Promise.all([
    selectCards({
      where: and(eq(insights.heardWeek, monday), readableInSql(readingRule(person))),
      orderBy: latestHeardFirst,
      limit: cardsInAnIssue,
    }),
    selectCards({
      where: and(
        eq(insights.postedWeek, monday),
        lt(insights.heardWeek, monday),
        // A library's past, brought in at once, is no news of this week.
        ne(insights.source, "import"),
        readableInSql(allStaffRule),
      ),
      orderBy: desc(insights.seq),
      limit: cardsInAnIssue,
    }),
    countByWeek({ from: daysAfter(monday, -28), to: monday }),
    by === "department" ? listOwnDepartments(person.id) : [],
    findIssueReading({ person, monday }),
  ]);
  const forAllStaff = heard.filter(({ visibility }) => visibility === "staff");
  const counts = [-28, -21, -14, -7, 0].map((days) => {
    const week = daysAfter(monday, days);
    return { monday: week, insights: counted.get(week) ?? 0 };
  });
  const count = counts.at(-1)?.insights ?? 0;
  const before = counts.slice(0, -1).reduce((sum, { insights: weekly }) => sum + weekly, 0);
  const isApart = ({ kind }: InsightCardData) => kind === "win" || kind === "question";
  return {
    monday,
    by,
    wins: forAllStaff.filter(({ kind }) => kind === "win"),
    questions: forAllStaff.filter(({ kind }) => kind === "question"),
    groups: groupCards({
      by,
      cards: forAllStaff.filter((card) => !isApart(card)),
      ownKeys: new Set(own.map(({ slug }) => slug)),
    }),
    heardEarlier,
    restricted: heard.filter(({ visibility }) => visibility !== "staff"),
    counts,
    count,
    meanBefore: before / 4,
    more: Math.max(0, count - forAllStaff.length),
    readUpTo,
  };
}

async function countByWeek({ from, to }: { from: Day; to: Day }): Promise<Map<Day, number>> {
  const rows = await db
    .select({ week: insights.heardWeek, insights: count() })
    .from(insights)
    .where(and(between(insights.heardWeek, from, to), readableInSql(allStaffRule)))
    .groupBy(insights.heardWeek)
    .prepare("counts by week")
    .execute();
  return new Map(rows.map((row) => [row.week, row.insights]));
}
