import { and, count, eq, isNull, type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { preparedQuery } from "#db/prepared-query.server.ts";
import { comments } from "#db/schema/comments.server.ts";
import { insights } from "#db/schema/insights.server.ts";
import { notifications } from "#db/schema/notifications.server.ts";
import { people } from "#db/schema/people.server.ts";
import { readerValues } from "../insights/readable.server.ts";
import type { Person } from "../people/person.ts";
import { shownTo, shownToReader } from "./shown.server.ts";

// `mostCounted`, written out: with a limit it does not know PostgreSQL reads all there is of a person.
function upToMost(over: Db, shown: SQL | undefined): SQL {
  const unread = over
    .select({ id: notifications.id })
    .from(notifications)
    .leftJoin(insights, eq(insights.id, notifications.insightId))
    .leftJoin(comments, eq(comments.id, notifications.commentId))
    .where(and(isNull(notifications.readAt), shown));
  return sql`(${unread} limit 100) as unread`;
}

const countThem = preparedQuery((over) =>
  over.select({ unread: count() }).from(upToMost(over, shownToReader())).prepare("unread"),
);

/** How many notifications a person has not read, as far as it is worth counting. */
export async function countUnread(person: Pick<Person, "id" | "team">): Promise<number> {
  const [counted] = await countThem(readerValues(person));
  return counted?.unread ?? 0;
}

/** The same in a question about `people`, as every page asks it with who is there (`lookUpSession`). */
export function unreadOfPerson(over: Db): SQL<number> {
  const reader = { id: people.id as unknown as string, team: { id: people.teamId as unknown as string } };
  return sql<number>`(select count(*)::int from ${upToMost(over, shownTo(reader))})`;
}
