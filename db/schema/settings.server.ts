import { pgTable, text } from "drizzle-orm/pg-core";
import { instant, json } from "./columns.server.ts";

/** The library's own settings, a row each; a setting without a row has its default. */
export const settings = pgTable("settings", {
  key: text().primaryKey(),
  value: json().notNull(),
  changedAt: instant().notNull().defaultNow(),
});

/** What this library signs with, made when first needed: whoever reads it could sign in its name. */
export const signingKeys = pgTable("signing_keys", {
  purpose: text().primaryKey(),
  key: text().notNull(),
  createdAt: instant().notNull().defaultNow(),
});
