import { boolean, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { id, instant } from "./columns.server.ts";
import { people } from "./people.server.ts";

/** One file brought in: what was asked for, how far it has come, and whether it was taken back. */
export const imports = pgTable("imports", {
  id: id(),
  personId: uuid()
    .notNull()
    .references(() => people.id),
  /** What its rows are: `ImportSubject`. */
  subject: text().notNull().default("insights"),
  fileName: text().notNull(),
  /** Of the file's bytes: the same file under the same mapping goes on where it stopped. */
  sha256: text().notNull(),
  bytes: integer().notNull(),
  mapping: jsonb().notNull(),
  state: text().notNull(),
  dryRun: boolean().notNull().default(false),
  rowsRead: integer().notNull().default(0),
  rowsTotal: integer(),
  posted: integer().notNull().default(0),
  alreadyThere: integer().notNull().default(0),
  refused: integer().notNull().default(0),
  startedAt: instant().notNull().defaultNow(),
  changedAt: instant().notNull().defaultNow(),
  finishedAt: instant(),
  undoneAt: instant(),
  undoneBy: uuid().references(() => people.id),
  /** The file's first line, as read. */
  headings: text().array().notNull().default([]),
  /** What a run without posting counted: `Counts`. */
  checked: jsonb(),
  /** Departments and channels the file names and the library does not know, with how often: `UnknownValue[]`. */
  unknown: jsonb(),
  /** Why it could not go on, in words. */
  trouble: text(),
  /** Withdrawn again by undoing. */
  withdrawn: integer().notNull().default(0),
  /** Where it runs: in the worker, or in a terminal of its own, whose file the worker may not reach. */
  place: text().notNull().default("worker"),
  /** Who is at it, and when they last said so: silent for long, and another goes on from `rows_read`. */
  runner: text(),
  aliveAt: instant(),
  /** When the file itself was dropped. */
  fileDroppedAt: instant(),
});

/** A row that could not be brought in, and why. */
export const importProblems = pgTable(
  "import_problems",
  {
    importId: uuid()
      .notNull()
      .references(() => imports.id),
    /** Counted from 1 after the heading. */
    row: integer().notNull(),
    problem: text().notNull(),
    cells: jsonb().$type<string[]>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.importId, t.row] })],
);

/** Which column means what, kept by name for the next file from the same place. */
export const importMappings = pgTable("import_mappings", {
  id: id(),
  name: text().notNull().unique("import_mappings_name_key"),
  mapping: jsonb().notNull(),
  createdBy: uuid().references(() => people.id),
  createdAt: instant().notNull().defaultNow(),
});
