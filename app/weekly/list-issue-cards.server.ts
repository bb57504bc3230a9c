import { and, ne, type SQL, sql } from "drizzle-orm";
import { preparedQuery } from "#db/prepared-query.server.ts";
import { insights } from "#db/schema/insights.server.ts";
import type { InsightCardData } from "../insights/insight-card-data.ts";
import { isOpenQuestion, mostQuestions } from "../insights/list-open-questions.server.ts";
import { nobody } from "../insights/nobody.ts";
import { readableByReader, readableInSql, readerValues } from "../insights/readable.server.ts";
import { allStaffRule } from "../insights/readable.ts";
import { cardsQuery } from "../insights/select-cards.server.ts";
import type { Person } from "../people/person.ts";
import type { Day } from "../settings/calendar.ts";

const cardsInAnIssue = 200;
const latestHeardFirst = sql`${insights.heardOn} desc, ${insights.seq} desc`;
const monday = sql.placeholder("monday");

function picked(where: SQL, orderBy: SQL, most: number = cardsInAnIssue): SQL {
  return sql`array(select ${insights.id} from ${insights} where ${where} order by ${orderBy} limit ${most})`;
}

const heard = (readable: SQL) =>
  picked(sql`${insights.heardWeek} = ${monday} and ${readable}`, latestHeardFirst);

// A library's past, brought in at once, is no news of this week.
const heardEarlier = picked(
  sql`${insights.postedWeek} = ${monday} and ${insights.heardWeek} < ${monday}
    and ${ne(insights.source, "import")} and ${readableInSql(allStaffRule)}`,
  sql`${insights.seq} desc`,
);

const stillOpen = picked(
  and(isOpenQuestion, readableInSql(allStaffRule)) as SQL,
  sql`${insights.seq} desc`,
  mostQuestions,
);

// All kinds in one statement: picked by the index of each, then drawn up together.
const issueCards = (...kinds: SQL[]) =>
  preparedQuery((db) =>
    cardsQuery(db, {
      where: sql`${insights.id} = any(${sql.join(kinds, sql` || `)})`,
      orderBy: latestHeardFirst,
      limit: 2 * cardsInAnIssue + mostQuestions,
    }),
  );

const forReader = issueCards(heard(readableByReader()), heardEarlier);
const forReaderNow = issueCards(heard(readableByReader()), heardEarlier, stillOpen);
const forAllStaff = issueCards(heard(readableInSql(allStaffRule)), heardEarlier);

const restricted = preparedQuery((db) =>
  cardsQuery(db, {
    where: sql`${insights.heardWeek} = ${monday} and ${insights.visibility} <> 'staff' and ${readableByReader()}`,
    orderBy: latestHeardFirst,
    limit: cardsInAnIssue,
  }),
);

type Asked = { person: Pick<Person, "id" | "team">; monday: Day };

/**
 * What this person may read of what was heard in a week, and what all staff may of what was posted in it about earlier
 * ones; in the week that goes on, the latest open questions of any week besides.
 */
export function listIssueCards({
  person,
  monday: week,
  isCurrent,
}: Asked & { isCurrent: boolean }): Promise<InsightCardData[]> {
  const find = isCurrent ? forReaderNow : forReader;
  return find({ monday: week, ...readerValues(person) });
}

/** Of a week's insights those that not all staff may read, and this person may. */
export function listRestrictedCards({ person, monday: week }: Asked): Promise<InsightCardData[]> {
  return restricted({ monday: week, ...readerValues(person) });
}

/** The same as everybody is shown it. */
export function listCardsForAll(week: Day): Promise<InsightCardData[]> {
  return forAllStaff({ monday: week, ...readerValues(nobody) });
}
