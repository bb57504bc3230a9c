import { date, index, integer, pgTable, text } from "drizzle-orm/pg-core";
import { instant } from "./columns.server.ts";

/** The two engine keys minted by `migrate`, one row a purpose and index prefix. The master key is never kept. */
export const searchKeys = pgTable("search_keys", {
  purpose: text().primaryKey(),
  uid: text().notNull(),
  key: text().notNull(),
  mintedAt: instant().notNull().defaultNow(),
});

/** Every word met in insights: what the database fallback corrects slips against. Words only, never where they stood. */
export const searchWords = pgTable("search_words", { word: text().primaryKey() }, (t) => [
  index("search_words_trigram_index").using("gin", t.word.op("gin_trgm_ops")),
]);

/**
 * Words that a search found nothing for: how often and on which day last, and nothing of who asked, when or from where.
 * What may be kept at all is decided by `worthKeeping`.
 */
export const emptySearches = pgTable("empty_searches", {
  words: text().primaryKey(),
  times: integer().notNull().default(1),
  lastDay: date({ mode: "string" }).notNull(),
  /** An editor has put it aside on that day. */
  putAsideOn: date({ mode: "string" }),
});
