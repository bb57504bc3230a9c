import { jsonb, pgTable, text } from "drizzle-orm/pg-core";
import { instant } from "./columns.server.ts";

/** The library's own settings, a row each; a setting without a row has its default. */
export const settings = pgTable("settings", {
  key: text().primaryKey(),
  value: jsonb().notNull(),
  changedAt: instant().notNull().defaultNow(),
});
