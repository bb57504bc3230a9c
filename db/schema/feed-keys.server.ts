import { index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { id, instant } from "./columns.server.ts";
import { people } from "./people.server.ts";

/** Keys in the addresses of feeds: they read as a person, and do nothing else. Only a hash of each is kept. */
export const feedKeys = pgTable(
  "feed_keys",
  {
    id: id(),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    name: text().notNull(),
    keyHash: text().notNull().unique("feed_keys_key_hash_key"),
    /** `staff`: all-staff insights only; `mine`: whatever its person may read at that moment. */
    scope: text().notNull().default("staff"),
    createdAt: instant().notNull().defaultNow(),
    lastUsedAt: instant(),
    revokedAt: instant(),
  },
  (t) => [index("feed_keys_person_id_index").on(t.personId)],
);
