import { asc, sql } from "drizzle-orm";
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

/** Every department with the other names it goes by, in order of name. */
export function listDepartments(): Promise<DepartmentEntry[]> {
  const aliases = sql<string[]>`array(
    select ${departmentAliases.name} from ${departmentAliases}
    where ${departmentAliases.departmentId} = ${departments.id} order by 1)`;
  return db
    .select({
      id: departments.id,
      slug: departments.slug,
      name: departments.name,
      kind: departments.kind,
      parentId: departments.parentId,
      closed: sql<boolean>`${departments.closedAt} is not null`,
      aliases,
    })
    .from(departments)
    .orderBy(asc(departments.name));
}
