import { and, count, eq, isNull, sql } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { comments } from "#db/schema/comments.server.ts";
import { insights } from "#db/schema/insights.server.ts";
import { notifications } from "#db/schema/notifications.server.ts";
import type { Reader } from "../insights/readable.ts";
import { mostCounted } from "./notification.ts";
import { shownTo } from "./shown.server.ts";

/** How many notifications a person has not read, as far as it is worth counting. It is asked on every page. */
export async function countUnread(reader: Reader): Promise<number> {
  const unread = db
    .select({ one: sql<number>`1`.as("one") })
    .from(notifications)
    .innerJoin(insights, eq(insights.id, notifications.insightId))
    .leftJoin(comments, eq(comments.id, notifications.commentId))
    .where(and(isNull(notifications.readAt), shownTo(reader)))
    .limit(mostCounted)
    .as("unread");
  const [counted] = await db.select({ unread: count() }).from(unread).prepare("unread").execute();
  return counted?.unread ?? 0;
}
