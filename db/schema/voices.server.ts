import { date, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { id, instant } from "./columns.server.ts";
import { insights } from "./insights.server.ts";
import { people, teams } from "./people.server.ts";
import { channels } from "./vocabulary.server.ts";

/** "I've heard this too": one voice a person and insight, with the team they spoke from. Withdrawn ones are kept and do not count. */
export const corroborations = pgTable(
  "corroborations",
  {
    insightId: uuid()
      .notNull()
      .references(() => insights.id),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    teamId: uuid()
      .notNull()
      .references(() => teams.id),
    channelId: uuid().references(() => channels.id),
    heardOn: date({ mode: "string" }).notNull(),
    /** In their own words, plain text; empty when they added none. */
    words: text().notNull().default(""),
    corroboratedAt: instant().notNull().defaultNow(),
    withdrawnAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.insightId, t.personId] }),
    index("corroborations_person_id_index").on(t.personId),
  ],
);

/** Thanks for an insight: light, and counted in no ranking. */
export const thanks = pgTable(
  "thanks",
  {
    insightId: uuid()
      .notNull()
      .references(() => insights.id),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    thankedAt: instant().notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.insightId, t.personId] })],
);

/** "Who should know?": an insight sent to a named colleague, and by whom. */
export const tellings = pgTable(
  "tellings",
  {
    id: id(),
    insightId: uuid()
      .notNull()
      .references(() => insights.id),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    toldBy: uuid()
      .notNull()
      .references(() => people.id),
    words: text().notNull().default(""),
    toldAt: instant().notNull().defaultNow(),
  },
  (t) => [index("tellings_insight_id_index").on(t.insightId, t.personId)],
);
