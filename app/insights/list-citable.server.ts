import { sql } from "drizzle-orm";
import { preparedStatement } from "#db/prepared-rows.server.ts";
import { insightDepartments, insights } from "#db/schema/insights.server.ts";
import type { Person } from "../people/person.ts";
import { excerpt } from "../text/excerpt.ts";
import { readableByReader, readerValues } from "./readable.server.ts";

export type CitableInsight = { id: string; text: string; heardOn: string };

const latest = preparedStatement<CitableInsight>(
  () => sql`select ${insights.id}, left(${insights.plainText}, 300) as text, ${insights.heardOn}::text as "heardOn"
    from ${insightDepartments} join ${insights} on ${insights.id} = ${insightDepartments.insightId}
    where ${insightDepartments.departmentId} = ${sql.placeholder("departmentId")}::uuid and ${readableByReader()}
    order by ${insightDepartments.heardOn} desc, ${insights.id} desc
    limit 30`,
);

type Asked = { person: Pick<Person, "id" | "team">; departmentId: string };

/** The latest insights about a department that a sentence may be supported with. */
export async function listCitable({ person, departmentId }: Asked): Promise<CitableInsight[]> {
  const found = await latest({ departmentId, ...readerValues(person) });
  return found.map((one) => ({ ...one, text: excerpt(one.text, 80) }));
}
