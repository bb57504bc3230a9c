import { and, between, count, desc, eq, lt, sql } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { insights } from "#db/schema/insights.server.ts";
import { readableInSql } from "../insights/readable.server.ts";
import { allStaffRule, readingRule } from "../insights/readable.ts";
import { selectCards } from "../insights/select-cards.server.ts";
import type { Person } from "../people/person.ts";
import { type Day, daysAfter } from "../settings/calendar.ts";
import { groupByDepartment } from "./group-by-department.ts";
import type { WeeklyIssue } from "./weekly-issue-data.ts";

const cardsInAnIssue = 200;
const latestHeardFirst = sql`${insights.heardOn} desc, ${insights.seq} desc`;

/** The issue of the week that begins on `monday`. Its body and counts hold all-staff insights only. */
export async function findWeeklyIssue({
  person,
  monday,
}: {
  person: Person;
  monday: Day;
}): Promise<WeeklyIssue> {
  const [heard, heardEarlier, counts] = await Promise.all([
    selectCards({
      where: and(eq(insights.heardWeek, monday), readableInSql(readingRule(person))),
      orderBy: latestHeardFirst,
      limit: cardsInAnIssue,
    }),
    selectCards({
      where: and(
        eq(insights.postedWeek, monday),
        lt(insights.heardWeek, monday),
        readableInSql(allStaffRule),
      ),
      orderBy: desc(insights.seq),
      limit: cardsInAnIssue,
    }),
    countByWeek({ from: daysAfter(monday, -28), to: monday }),
  ]);
  const forAllStaff = heard.filter(({ visibility }) => visibility === "staff");
  const thisCount = counts.get(monday) ?? 0;
  const before = [...counts].filter(([week]) => week !== monday).reduce((sum, [, weekly]) => sum + weekly, 0);
  return {
    monday,
    wins: forAllStaff.filter(({ kind }) => kind === "win"),
    questions: forAllStaff.filter(({ kind }) => kind === "question"),
    byDepartment: groupByDepartment(forAllStaff.filter(({ kind }) => kind !== "win" && kind !== "question")),
    heardEarlier,
    restricted: heard.filter(({ visibility }) => visibility !== "staff"),
    count: thisCount,
    meanBefore: before / 4,
    more: Math.max(0, thisCount - forAllStaff.length),
  };
}

async function countByWeek({ from, to }: { from: Day; to: Day }): Promise<Map<Day, number>> {
  const rows = await db
    .select({ week: insights.heardWeek, insights: count() })
    .from(insights)
    .where(and(between(insights.heardWeek, from, to), readableInSql(allStaffRule)))
    .groupBy(insights.heardWeek);
  return new Map(rows.map((row) => [row.week, row.insights]));
}
