import { and, eq, inArray, isNull } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { departmentLiaisons } from "#db/schema/departments.server.ts";
import { insightDepartments } from "#db/schema/insights.server.ts";

/** Who looks after the departments of these insights now: people's ids by insight. */
export async function findLiaisons(insightIds: readonly string[]): Promise<Map<string, string[]>> {
  const liaisons = new Map<string, string[]>();
  if (insightIds.length === 0) return liaisons;
  const rows = await db
    .select({ insightId: insightDepartments.insightId, personId: departmentLiaisons.personId })
    .from(insightDepartments)
    .innerJoin(departmentLiaisons, eq(departmentLiaisons.departmentId, insightDepartments.departmentId))
    .where(and(inArray(insightDepartments.insightId, [...insightIds]), isNull(departmentLiaisons.untilDate)));
  for (const { insightId, personId } of rows) {
    liaisons.set(insightId, [...(liaisons.get(insightId) ?? []), personId]);
  }
  return liaisons;
}
