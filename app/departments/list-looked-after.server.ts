import { and, asc, eq, isNull } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { departmentLiaisons, departments } from "#db/schema/departments.server.ts";
import type { DepartmentName, LiaisonPart } from "./department.ts";

export type LookedAfter = DepartmentName & { part: LiaisonPart; since: string };

/** The departments somebody looks after today, by name. */
export function listLookedAfter(personId: string): Promise<LookedAfter[]> {
  return db
    .select({
      id: departments.id,
      slug: departments.slug,
      name: departments.name,
      part: departmentLiaisons.part,
      since: departmentLiaisons.fromDate,
    })
    .from(departmentLiaisons)
    .innerJoin(departments, eq(departments.id, departmentLiaisons.departmentId))
    .where(and(eq(departmentLiaisons.personId, personId), isNull(departmentLiaisons.untilDate)))
    .orderBy(asc(departments.name));
}
