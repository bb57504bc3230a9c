import { sql } from "drizzle-orm";
import {
  check,
  date,
  index,
  integer,
  pgEnum,
  pgTable,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { enquiryKinds } from "#app/desk/enquiry.ts";
import { id, instant, seq } from "./columns.server.ts";
import { departments } from "./departments.server.ts";
import { imports } from "./imports.server.ts";
import { people } from "./people.server.ts";

export const enquiryKind = pgEnum("enquiry_kind", enquiryKinds);

/** Where enquiries come in: desks, the chat, the telephone. */
export const enquirySources = pgTable(
  "enquiry_sources",
  {
    id: id(),
    name: text().notNull(),
    createdAt: instant().notNull().defaultNow(),
  },
  (t) => [uniqueIndex("enquiry_sources_name_key").on(sql`lower(${t.name})`)],
);

/** Enquiries counted: so many of a kind on a day. Nothing of who asked, and no text. */
export const enquiries = pgTable(
  "enquiries",
  {
    id: id(),
    seq: seq(),
    askedOn: date({ mode: "string" }).notNull(),
    /** Null when nobody knows whose people asked. */
    departmentId: uuid().references(() => departments.id),
    sourceId: uuid()
      .notNull()
      .references(() => enquirySources.id),
    kind: enquiryKind().notNull(),
    /** READ scale, 1 to 6; null when it was not noted. */
    effort: smallint(),
    count: integer().notNull().default(1),
    loggedBy: uuid()
      .notNull()
      .references(() => people.id),
    loggedAt: instant().notNull().defaultNow(),
    importId: uuid().references(() => imports.id),
    idempotencyKey: text().notNull(),
    withdrawnAt: instant(),
  },
  (t) => [
    uniqueIndex("enquiries_idempotency_key").on(t.loggedBy, t.idempotencyKey),
    // A row of a file is counted once, whoever brings it in the next time.
    uniqueIndex("enquiries_imported_once_key").on(t.idempotencyKey).where(sql`${t.importId} is not null`),
    index("enquiries_department_id_index").on(t.departmentId, t.askedOn).where(sql`${t.withdrawnAt} is null`),
    index("enquiries_asked_on_index").on(t.askedOn, t.seq).where(sql`${t.withdrawnAt} is null`),
    index("enquiries_logged_by_index").on(t.loggedBy, t.seq),
    index("enquiries_import_id_index").on(t.importId).where(sql`${t.importId} is not null`),
    check("enquiries_effort_on_the_scale", sql`${t.effort} between 1 and 6`),
    check("enquiries_some", sql`${t.count} > 0`),
  ],
);
