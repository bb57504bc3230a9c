import { and, eq, isNull, max, sql } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { notifications } from "#db/schema/notifications.server.ts";
import type { Reader } from "../insights/readable.ts";
import type { NotificationData } from "./notification-data.ts";
import { selectNotifications } from "./select-notifications.server.ts";

const onAPage = 30;
const quoteCharacters = 160;

export type NotificationPage = {
  items: NotificationData[];
  /** The cursor of the page before this one in time. */
  older?: number;
  /** The last unread one there was when the page was made: marking all as read goes no further. */
  upTo: number;
};

/** A page of a person's notifications, newest first; `before` is the last page's cursor. */
export async function listNotifications({
  reader,
  before,
}: {
  reader: Reader;
  before?: number;
}): Promise<NotificationPage> {
  const unread = and(eq(notifications.personId, reader.id), isNull(notifications.readAt));
  const after =
    before === undefined
      ? undefined
      : sql`(${notifications.createdAt}, ${notifications.seq}) < (
          select n.created_at, n.seq from notifications n where n.person_id = ${reader.id} and n.seq = ${before})`;
  const [selected, [latest]] = await Promise.all([
    selectNotifications({ reader, where: after, limit: onAPage + 1, quoteCharacters }),
    db
      .select({ seq: max(notifications.seq) })
      .from(notifications)
      .where(unread),
  ]);
  const items = selected.slice(0, onAPage).map(({ visibility: _, ...item }) => item);
  return {
    items,
    older: selected.length > onAPage ? items.at(-1)?.seq : undefined,
    upTo: latest?.seq ?? 0,
  };
}
