import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  boolean,
  check,
  date,
  index,
  pgEnum,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { aliasKinds, departmentKinds, liaisonParts } from "#app/departments/department.ts";
import { id, instant, seq } from "./columns.server.ts";
import { people } from "./people.server.ts";

export const departmentKind = pgEnum("department_kind", departmentKinds);
export const aliasKind = pgEnum("alias_kind", aliasKinds);
export const liaisonPart = pgEnum("liaison_part", liaisonParts);

export const departments = pgTable(
  "departments",
  {
    id: id(),
    seq: seq(),
    slug: text().notNull().unique(),
    name: text().notNull(),
    kind: departmentKind().notNull(),
    parentId: uuid().references((): AnyPgColumn => departments.id),
    closedAt: instant(),
    /** Where it went: its old addresses lead there. A merged one is closed as well. */
    mergedIntoId: uuid().references((): AnyPgColumn => departments.id),
    /** What it was a part of before. */
    splitFromId: uuid().references((): AnyPgColumn => departments.id),
    demonstration: boolean().notNull().default(false),
    createdAt: instant().notNull().defaultNow(),
  },
  (t) => [
    index("departments_parent_id_index").on(t.parentId),
    check("departments_not_merged_into_itself", sql`${t.mergedIntoId} <> ${t.id}`),
  ],
);

/** Other names a department is found by: nicknames in use and names it used to have. */
export const departmentAliases = pgTable(
  "department_aliases",
  {
    id: id(),
    departmentId: uuid()
      .notNull()
      .references(() => departments.id),
    name: text().notNull(),
    kind: aliasKind().notNull(),
  },
  (t) => [uniqueIndex("department_aliases_name_key").on(t.departmentId, sql`lower(${t.name})`)],
);

/** Who looks after a department, since when and until when: owners, co-owners and those before them. */
export const departmentLiaisons = pgTable(
  "department_liaisons",
  {
    id: id(),
    departmentId: uuid()
      .notNull()
      .references(() => departments.id),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    part: liaisonPart().notNull(),
    fromDate: date({ mode: "string" }).notNull(),
    untilDate: date({ mode: "string" }),
  },
  (t) => [
    index("department_liaisons_department_id_index").on(t.departmentId),
    index("department_liaisons_person_id_index").on(t.personId),
    uniqueIndex("department_liaisons_owner_key")
      .on(t.departmentId)
      .where(sql`${t.part} = 'owner' and ${t.untilDate} is null`),
  ],
);
