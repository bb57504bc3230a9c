import { and, desc, eq, or, type SQL } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { db } from "#db/client.server.ts";
import { departmentChanges } from "#db/schema/department-changes.server.ts";
import { departments } from "#db/schema/departments.server.ts";
import { people } from "#db/schema/people.server.ts";
import type { StructureChangeKind, StructureDetails } from "./structure-change.ts";

export type StructureChange = {
  id: string;
  kind: StructureChangeKind;
  department: { slug: string; name: string };
  /** What it was merged into. */
  other: { slug: string; name: string } | null;
  details: StructureDetails;
  by: string;
  at: Date;
  undoneAt: Date | null;
};

const other = alias(departments, "other");

/** What was done to the tree, or to one department of it, the latest first. */
export async function listStructureChanges(departmentId?: string): Promise<StructureChange[]> {
  const where: SQL | undefined = departmentId
    ? or(eq(departmentChanges.departmentId, departmentId), eq(departmentChanges.otherId, departmentId))
    : undefined;
  const rows = await db
    .select({
      id: departmentChanges.id,
      kind: departmentChanges.kind,
      department: { slug: departments.slug, name: departments.name },
      other: { slug: other.slug, name: other.name },
      details: departmentChanges.details,
      by: people.name,
      at: departmentChanges.madeAt,
      undoneAt: departmentChanges.undoneAt,
    })
    .from(departmentChanges)
    .innerJoin(departments, eq(departments.id, departmentChanges.departmentId))
    .innerJoin(people, eq(people.id, departmentChanges.madeBy))
    .leftJoin(other, eq(other.id, departmentChanges.otherId))
    .where(and(where))
    .orderBy(desc(departmentChanges.seq))
    .limit(20);
  // Ids of what went along are for the way back, not for the page.
  return rows.map(({ details: { from, to, names }, kind, ...row }) => {
    const shown: StructureDetails = kind === "renamed" ? { from: from ?? null, to: to ?? null } : {};
    return { ...row, kind, details: names ? { names } : shown };
  });
}
