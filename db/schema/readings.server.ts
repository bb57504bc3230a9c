import { pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import { instant } from "./columns.server.ts";
import { insights } from "./insights.server.ts";
import { people } from "./people.server.ts";

/** Which insights each person has had open: nobody but they themselves is shown it. */
export const insightReadings = pgTable(
  "insight_readings",
  {
    personId: uuid()
      .notNull()
      .references(() => people.id),
    insightId: uuid()
      .notNull()
      .references(() => insights.id),
    readAt: instant().notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.insightId] })],
);
