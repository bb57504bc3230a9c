import { sql } from "drizzle-orm";
import { index, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { id, instant, seq } from "./columns.server.ts";
import { comments } from "./comments.server.ts";
import { departmentLiaisons } from "./departments.server.ts";
import { departmentHandovers } from "./handovers.server.ts";
import { insights } from "./insights.server.ts";
import { apiKeys, people } from "./people.server.ts";
import { savedSearches } from "./saved-searches.server.ts";

/** Something a person is told. It carries no text: what it says is read, under the reading rule, when it is shown or mailed. */
export const notifications = pgTable(
  "notifications",
  {
    id: id(),
    seq: seq(),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    kind: text().notNull(),
    insightId: uuid().references(() => insights.id),
    commentId: uuid().references(() => comments.id),
    /** Instead of an insight: a department that goes to another liaison. */
    handoverId: uuid().references(() => departmentHandovers.id),
    /** Or: that one looks after a department, or does so no more. */
    liaisonId: uuid().references(() => departmentLiaisons.id, { onDelete: "cascade" }),
    /** Or the API key that acts as the person. */
    apiKeyId: uuid().references(() => apiKeys.id, { onDelete: "cascade" }),
    /** Who did it; nobody when time alone did. */
    actorId: uuid().references(() => people.id),
    /** The reader's own saved search that found it. */
    savedSearchId: uuid().references(() => savedSearches.id, { onDelete: "set null" }),
    /** Made of what it is about, so that a reaction that runs twice tells once. */
    dedupeKey: text().notNull(),
    /** When it happened, which may be a while before it was told. */
    createdAt: instant().notNull().defaultNow(),
    readAt: instant(),
    /** With what it went out together with others: a weekly issue, or one day's mail. Only that mail says it, at any attempt. */
    mailedWith: uuid(),
  },
  (t) => [
    uniqueIndex("notifications_dedupe_key").on(t.personId, t.dedupeKey),
    index("notifications_person_id_index").on(t.personId, t.createdAt, t.seq),
    index("notifications_insight_id_index").on(t.insightId),
    index("notifications_unread_index").on(t.personId).where(sql`${t.readAt} is null`),
    index("notifications_saved_search_id_index")
      .on(t.savedSearchId)
      .where(sql`${t.savedSearchId} is not null`),
  ],
);

/** How a person wants each kind; a kind without a row comes as its default says. */
export const notificationChoices = pgTable(
  "notification_choices",
  {
    personId: uuid()
      .notNull()
      .references(() => people.id),
    kind: text().notNull(),
    delivery: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.kind] })],
);
