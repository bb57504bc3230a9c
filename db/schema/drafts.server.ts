import { index, integer, jsonb, pgTable, primaryKey, smallint, text, uuid } from "drizzle-orm/pg-core";
import { id, instant } from "./columns.server.ts";
import { insights } from "./insights.server.ts";
import { people } from "./people.server.ts";

/** What a person is writing, kept while they write: the form's fields as typed, gone when it is posted or dropped. */
export const drafts = pgTable(
  "drafts",
  {
    personId: uuid()
      .notNull()
      .references(() => people.id),
    /** The form's idempotency key: what is posted under it takes its draft away. */
    key: text().notNull(),
    /** The insight being corrected; none for a new one. */
    insightId: uuid().references(() => insights.id),
    fields: jsonb().$type<Record<string, string[]>>().notNull(),
    /** Raised by every save: a slow save never overwrites a newer one. */
    version: integer().notNull().default(1),
    /** "Chrome on Windows": where it was last written. */
    device: text(),
    savedAt: instant().notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.key] }),
    index("drafts_saved_at_index").on(t.personId, t.savedAt),
  ],
);

/** Beginnings an editor offers in the form: "Met a new head", "Visit report". */
export const templates = pgTable("templates", {
  id: id(),
  name: text().notNull().unique("templates_name_key"),
  body: text().notNull(),
  kind: text(),
  channelSlug: text(),
  position: smallint().notNull(),
  createdBy: uuid().references(() => people.id),
  createdAt: instant().notNull().defaultNow(),
  retiredAt: instant(),
});
