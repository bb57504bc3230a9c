import { and, desc, eq, type SQL, sql } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { comments } from "#db/schema/comments.server.ts";
import { departments } from "#db/schema/departments.server.ts";
import { insightDepartments, insights } from "#db/schema/insights.server.ts";
import { notifications } from "#db/schema/notifications.server.ts";
import { people } from "#db/schema/people.server.ts";
import { tellings } from "#db/schema/voices.server.ts";
import type { Visibility } from "../insights/insight.ts";
import type { Reader } from "../insights/readable.ts";
import { excerpt } from "../text/excerpt.ts";
import { isNotificationKind } from "./notification.ts";
import type { NotificationData } from "./notification-data.ts";
import { shownTo } from "./shown.server.ts";

const firstDepartment = sql<string | null>`(
  select ${departments.name} from ${insightDepartments}
  join ${departments} on ${departments.id} = ${insightDepartments.departmentId}
  where ${insightDepartments.insightId} = ${insights.id} order by ${insightDepartments.position} limit 1)`;

const wordsOfTelling = sql<string | null>`(
  select ${tellings.words} from ${tellings}
  where ${tellings.insightId} = ${notifications.insightId} and ${tellings.personId} = ${notifications.personId}
    and ${tellings.toldBy} = ${notifications.actorId} and ${notifications.kind} = 'told'
  order by ${tellings.toldAt} desc limit 1)`;

/** No more of a text leaves the database than a quotation can use. */
const quotable = sql<string>`left(coalesce(${comments.plainText}, ${insights.plainText}), 4000)`;

const newestFirst = [desc(notifications.createdAt), desc(notifications.seq)];

type Selection = { reader: Reader; where?: SQL; limit: number; quoteCharacters: number };

/** A person's notifications, newest first, as they may see them now, with how widely the insight may be read. */
export async function selectNotifications({
  reader,
  where,
  limit,
  quoteCharacters,
}: Selection): Promise<(NotificationData & { visibility: Visibility })[]> {
  // Chosen first, so that what is read of each is read of a page's worth, however many there are.
  const chosen = db
    .select({ id: notifications.id })
    .from(notifications)
    .innerJoin(insights, eq(insights.id, notifications.insightId))
    .leftJoin(comments, eq(comments.id, notifications.commentId))
    .where(and(shownTo(reader), where))
    .orderBy(...newestFirst)
    .limit(limit)
    .as("chosen");
  const rows = await db
    .select({
      id: notifications.id,
      seq: notifications.seq,
      kind: notifications.kind,
      insightId: insights.id,
      commentId: notifications.commentId,
      actor: people.name,
      authorId: insights.authorId,
      visibility: insights.visibility,
      about: firstDepartment,
      quote: quotable,
      words: wordsOfTelling,
      at: notifications.createdAt,
      readAt: notifications.readAt,
    })
    .from(chosen)
    .innerJoin(notifications, eq(notifications.id, chosen.id))
    .innerJoin(insights, eq(insights.id, notifications.insightId))
    .leftJoin(comments, eq(comments.id, notifications.commentId))
    .leftJoin(people, eq(people.id, notifications.actorId))
    .orderBy(...newestFirst);
  return rows.flatMap(({ kind, authorId, about, quote, words, readAt, ...row }) => {
    if (!isNotificationKind(kind)) return [];
    return {
      ...row,
      kind,
      yours: authorId === reader.id,
      inComment: row.commentId !== null,
      about: about ?? "",
      quote: excerpt(quote, quoteCharacters),
      words: words ?? "",
      read: readAt !== null,
    };
  });
}
