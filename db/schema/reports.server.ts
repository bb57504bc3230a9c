import {
  boolean,
  date,
  index,
  integer,
  pgEnum,
  pgTable,
  primaryKey,
  smallint,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { benefits, phraseKinds } from "#app/reports/phrase.ts";
import { id, instant } from "./columns.server.ts";
import { departments } from "./departments.server.ts";
import { insights } from "./insights.server.ts";
import { people } from "./people.server.ts";

export const phraseKind = pgEnum("phrase_kind", phraseKinds);
export const benefit = pgEnum("benefit", benefits);

/** What a department's evidence card says in the liaison's own words. */
export const evidenceCards = pgTable("evidence_cards", {
  departmentId: uuid()
    .primaryKey()
    .references(() => departments.id),
  /** What the library can do about the top need, in one line. */
  offer: text().notNull().default(""),
  version: integer().notNull().default(1),
  editedBy: uuid()
    .notNull()
    .references(() => people.id),
  editedAt: instant().notNull().defaultNow(),
});

/** Insights an evidence card quotes. */
export const evidenceQuotes = pgTable(
  "evidence_quotes",
  {
    departmentId: uuid()
      .notNull()
      .references(() => departments.id),
    insightId: uuid()
      .notNull()
      .references(() => insights.id),
    position: smallint().notNull(),
    /** The part of it that is quoted, as it stands there; all of it when empty. */
    passage: text().notNull().default(""),
    /** Who heard it has said that their name may stand there. */
    named: boolean().notNull().default(false),
    chosenBy: uuid()
      .notNull()
      .references(() => people.id),
    chosenAt: instant().notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.departmentId, t.insightId] })],
);

/** Key phrases, and objections with their answers. */
export const phrases = pgTable("phrases", {
  id: id(),
  kind: phraseKind().notNull(),
  benefit: benefit(),
  text: text().notNull(),
  answer: text().notNull().default(""),
  version: integer().notNull().default(1),
  addedBy: uuid()
    .notNull()
    .references(() => people.id),
  addedAt: instant().notNull().defaultNow(),
  editedAt: instant(),
  retiredAt: instant(),
});

/** Where one was used, and whether it worked there. */
export const phraseUses = pgTable(
  "phrase_uses",
  {
    id: id(),
    phraseId: uuid()
      .notNull()
      .references(() => phrases.id),
    departmentId: uuid()
      .notNull()
      .references(() => departments.id),
    usedOn: date({ mode: "string" }).notNull(),
    worked: boolean().notNull(),
    note: text().notNull().default(""),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    notedAt: instant().notNull().defaultNow(),
    withdrawnAt: instant(),
  },
  (t) => [
    index("phrase_uses_phrase_id_index").on(t.phraseId),
    index("phrase_uses_department_id_index").on(t.departmentId),
  ],
);
