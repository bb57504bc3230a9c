import { index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { id, instant, seq } from "./columns.server.ts";
import { people } from "./people.server.ts";

/**
 * The ledger: what has happened, by whom, to what. Append-only (a trigger refuses UPDATE and DELETE). It carries
 * ids and the names of changed fields, never text.
 */
export const events = pgTable(
  "events",
  {
    id: id(),
    seq: seq(),
    name: text().notNull(),
    actorId: uuid().references(() => people.id),
    subjectId: uuid(),
    fields: text().array().notNull().default([]),
    at: instant().notNull().defaultNow(),
  },
  (t) => [index("events_subject_id_index").on(t.subjectId, t.seq), index("events_seq_index").on(t.seq)],
);
