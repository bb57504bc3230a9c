import { bigint, index, integer, pgTable, text } from "drizzle-orm/pg-core";
import { id, instant } from "./columns.server.ts";

/** Every time a backup was begun: what came of it, and where its file is. */
export const backups = pgTable(
  "backups",
  {
    id: id(),
    /** Who began it: the `worker` at its hour, or a `command`. */
    begunBy: text().notNull(),
    startedAt: instant().notNull().defaultNow(),
    finishedAt: instant(),
    /** Name of the file, without its folder. */
    fileName: text(),
    bytes: bigint({ mode: "number" }),
    rows: bigint({ mode: "number" }),
    files: integer(),
    /** Files that a row speaks of and that could not be read whole. */
    filesMissing: integer().notNull().default(0),
    /** Why it failed, in words. */
    trouble: text(),
  },
  (t) => [index("backups_started_at_index").on(t.startedAt)],
);
