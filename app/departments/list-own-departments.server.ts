import { and, asc, eq, isNull } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { departmentLiaisons, departments } from "#db/schema/departments.server.ts";
import type { DepartmentName } from "./department.ts";

/** The departments a person looks after today, alone or with others. */
export function listOwnDepartments(personId: string): Promise<DepartmentName[]> {
  return db
    .select({ id: departments.id, slug: departments.slug, name: departments.name })
    .from(departmentLiaisons)
    .innerJoin(departments, eq(departments.id, departmentLiaisons.departmentId))
    .where(
      and(
        eq(departmentLiaisons.personId, personId),
        isNull(departmentLiaisons.untilDate),
        isNull(departments.closedAt),
      ),
    )
    .orderBy(asc(departments.name))
    .prepare("own departments")
    .execute();
}
