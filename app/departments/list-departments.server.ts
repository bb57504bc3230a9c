import { asc, eq, sql } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { departmentAliases, departments } from "#db/schema/departments.server.ts";
import type { DepartmentKind } from "./department.ts";

export type DepartmentEntry = {
  id: string;
  slug: string;
  name: string;
  kind: DepartmentKind;
  parentId: string | null;
  closed: boolean;
  /** Nicknames and old names, by which it is found as well. */
  aliases: string[];
};

const aliasNames = sql<string[]>`coalesce(
  array_agg(${departmentAliases.name} order by ${departmentAliases.name}) filter (where ${departmentAliases.id} is not null),
  '{}')`;

/** Every department with the other names it goes by, in order of name. */
export function listDepartments(): Promise<DepartmentEntry[]> {
  return db
    .select({
      id: departments.id,
      slug: departments.slug,
      name: departments.name,
      kind: departments.kind,
      parentId: departments.parentId,
      closed: sql<boolean>`${departments.closedAt} is not null`,
      aliases: aliasNames,
    })
    .from(departments)
    .leftJoin(departmentAliases, eq(departmentAliases.departmentId, departments.id))
    .groupBy(departments.id)
    .orderBy(asc(departments.name))
    .prepare("departments")
    .execute();
}
