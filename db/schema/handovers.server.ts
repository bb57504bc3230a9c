import { date, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { id, instant } from "./columns.server.ts";
import { departments, liaisonPart } from "./departments.server.ts";
import { people } from "./people.server.ts";

/** A department going from one liaison to another, for good or until a day. */
export const departmentHandovers = pgTable(
  "department_handovers",
  {
    id: id(),
    departmentId: uuid()
      .notNull()
      .references(() => departments.id),
    fromPersonId: uuid()
      .notNull()
      .references(() => people.id),
    /** Whoever looks after it meanwhile: handed on, it is the last of them. */
    toPersonId: uuid()
      .notNull()
      .references(() => people.id),
    part: liaisonPart().notNull(),
    /** What the new liaison was of it before, to be given back when it ends. */
    toHadPart: liaisonPart(),
    startsOn: date({ mode: "string" }).notNull(),
    /** The day it goes back; for good without one. */
    endsOn: date({ mode: "string" }),
    startedAt: instant(),
    endedAt: instant(),
    orderedBy: uuid()
      .notNull()
      .references(() => people.id),
    orderedAt: instant().notNull().defaultNow(),
  },
  (t) => [
    index("department_handovers_department_id_index").on(t.departmentId),
    index("department_handovers_to_person_id_index").on(t.toPersonId),
  ],
);

/** What of a handover pack its new liaison says to have read. */
export const handoverReadings = pgTable(
  "handover_readings",
  {
    handoverId: uuid()
      .notNull()
      .references(() => departmentHandovers.id),
    step: text().notNull(),
    readAt: instant().notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.handoverId, t.step] })],
);
