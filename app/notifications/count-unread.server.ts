import { and, count, eq, isNull, sql } from "drizzle-orm";
import { preparedQuery } from "#db/prepared-query.server.ts";
import { comments } from "#db/schema/comments.server.ts";
import { insights } from "#db/schema/insights.server.ts";
import { notifications } from "#db/schema/notifications.server.ts";
import { readerValues } from "../insights/readable.server.ts";
import type { Person } from "../people/person.ts";
import { shownToReader } from "./shown.server.ts";

const countThem = preparedQuery((db) => {
  const unread = db
    .select({ id: notifications.id })
    .from(notifications)
    .leftJoin(insights, eq(insights.id, notifications.insightId))
    .leftJoin(comments, eq(comments.id, notifications.commentId))
    .where(and(isNull(notifications.readAt), shownToReader()));
  // `mostCounted`, written out: with a limit it does not know PostgreSQL reads all there is of a person.
  return db.select({ unread: count() }).from(sql`(${unread} limit 100) as unread`).prepare("unread");
});

/** How many notifications a person has not read, as far as it is worth counting. It is asked on every page. */
export async function countUnread(person: Pick<Person, "id" | "team">): Promise<number> {
  const [counted] = await countThem(readerValues(person));
  return counted?.unread ?? 0;
}
