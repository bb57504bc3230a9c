import { bigint, date, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import { instant } from "./columns.server.ts";
import { people } from "./people.server.ts";

/** How far each person has read each week's issue: the highest insight `seq` that stood on it when they looked. */
export const issueReadings = pgTable(
  "issue_readings",
  {
    personId: uuid()
      .notNull()
      .references(() => people.id),
    /** Monday of the week. */
    week: date({ mode: "string" }).notNull(),
    upTo: bigint({ mode: "number" }).notNull(),
    lookedAt: instant().notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.week] })],
);
