import { and, desc, eq, sql } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { departments } from "#db/schema/departments.server.ts";
import { insightDepartments, insights } from "#db/schema/insights.server.ts";
import type { Person } from "../people/person.ts";
import type { Day } from "../settings/calendar.ts";
import { readableInSql } from "./readable.server.ts";
import { readingRule } from "./readable.ts";

/** By department id, the last day anything this person may read was heard from it. One index look-up a department. */
export async function listLastHeard({ person }: { person: Person }): Promise<Map<string, Day>> {
  const last = db
    .select({ heardOn: insightDepartments.heardOn })
    .from(insightDepartments)
    .innerJoin(insights, eq(insights.id, insightDepartments.insightId))
    .where(and(eq(insightDepartments.departmentId, departments.id), readableInSql(readingRule(person))))
    .orderBy(desc(insightDepartments.heardOn))
    .limit(1)
    .as("last");
  const rows = await db
    .select({ id: departments.id, heardOn: last.heardOn })
    .from(departments)
    .innerJoinLateral(last, sql`true`);
  return new Map(rows.map(({ id, heardOn }) => [id, heardOn]));
}
