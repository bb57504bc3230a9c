import { boolean, index, jsonb, pgEnum, pgTable, primaryKey, smallint, uuid } from "drizzle-orm/pg-core";
import { type StructureDetails, structureChangeKinds } from "#app/departments/structure-change.ts";
import { id, instant, seq } from "./columns.server.ts";
import { departments } from "./departments.server.ts";
import { insights } from "./insights.server.ts";
import { people } from "./people.server.ts";

export const structureChangeKind = pgEnum("structure_change_kind", structureChangeKinds);

/** What was done to the tree of departments, with all it takes to undo it. */
export const departmentChanges = pgTable(
  "department_changes",
  {
    id: id(),
    seq: seq(),
    kind: structureChangeKind().notNull(),
    departmentId: uuid()
      .notNull()
      .references(() => departments.id),
    /** The one it was merged into. */
    otherId: uuid().references(() => departments.id),
    details: jsonb().$type<StructureDetails>().notNull(),
    madeBy: uuid()
      .notNull()
      .references(() => people.id),
    madeAt: instant().notNull().defaultNow(),
    undoneAt: instant(),
    undoneBy: uuid().references(() => people.id),
  },
  (t) => [
    index("department_changes_department_id_index").on(t.departmentId, t.seq),
    index("department_changes_other_id_index").on(t.otherId, t.seq),
  ],
);

/** Which insights a merger took along, so that it can be undone. */
export const departmentMovedInsights = pgTable(
  "department_moved_insights",
  {
    changeId: uuid()
      .notNull()
      .references(() => departmentChanges.id),
    insightId: uuid()
      .notNull()
      .references(() => insights.id),
    position: smallint().notNull(),
    /** It was about both before. */
    aboutBoth: boolean().notNull(),
  },
  (t) => [primaryKey({ columns: [t.changeId, t.insightId] })],
);
