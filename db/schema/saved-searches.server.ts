import { sql } from "drizzle-orm";
import { bigint, index, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { id, instant } from "./columns.server.ts";
import { people } from "./people.server.ts";

/** A search somebody wants to come back to. Nobody else is shown it: not its name, not its words, not that it is there. */
export const savedSearches = pgTable(
  "saved_searches",
  {
    id: id(),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    name: text().notNull(),
    /** The search as its address says it whole, without its page. */
    address: text().notNull(),
    /** `never`, `at-once` or `weekly`. */
    tell: text().notNull().default("never"),
    /** Since when they are told at once: what was posted before is told of no more. */
    tellSince: instant(),
    /** The highest insight `seq` there was when its owner last looked. */
    lookedUpTo: bigint({ mode: "number" }).notNull(),
    usedAt: instant().notNull().defaultNow(),
    savedAt: instant().notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex("saved_searches_address_key").on(t.personId, t.address),
    index("saved_searches_at_once_index").on(t.personId).where(sql`${t.tell} = 'at-once'`),
  ],
);
