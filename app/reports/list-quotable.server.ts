import { sql } from "drizzle-orm";
import { preparedStatement } from "#db/prepared-rows.server.ts";
import { insightDepartments, insights } from "#db/schema/insights.server.ts";
import { evidenceQuotes } from "#db/schema/reports.server.ts";
import { readableInSql } from "../insights/readable.server.ts";
import { allStaffRule } from "../insights/readable.ts";
import type { Day } from "../settings/calendar.ts";
import { excerpt } from "../text/excerpt.ts";

/** An insight a card may quote, and how it does when it does. */
export type Quotable = {
  id: string;
  text: string;
  heardOn: Day;
  voices: number;
  /** Its place among the quotations, from 1; none while it is not quoted. */
  position: number | null;
  passage: string;
  named: boolean;
};

const { placeholder } = sql;

const quotable = preparedStatement<Quotable>(
  () => sql`select ${insights.id}, left(${insights.plainText}, 1200) as text, ${insights.heardOn}::text as "heardOn",
      ${insights.voices}, ${evidenceQuotes.position}, coalesce(${evidenceQuotes.passage}, '') as passage,
      coalesce(${evidenceQuotes.named}, false) as named
    from ${insightDepartments} join ${insights} on ${insights.id} = ${insightDepartments.insightId}
    left join ${evidenceQuotes} on ${evidenceQuotes.insightId} = ${insights.id}
      and ${evidenceQuotes.departmentId} = ${placeholder("departmentId")}::uuid
    where ${insightDepartments.departmentId} = ${placeholder("departmentId")}::uuid and ${readableInSql(allStaffRule)}
      and (${evidenceQuotes.position} is not null or (${insights.supersededById} is null and ${insights.kind} <> 'question'))
    order by ${evidenceQuotes.position} nulls last, (${insights.kind} in ('need', 'problem', 'win', 'feedback')) desc,
      ${insights.voices} desc, ${insights.heardOn} desc
    limit 15`,
);

/** All-staff insights about a department that lend themselves to being quoted: the chosen ones first, then the strongest. */
export async function listQuotable(departmentId: string): Promise<Quotable[]> {
  const rows = await quotable({ departmentId });
  return rows.map((row) => ({ ...row, text: excerpt(row.text, 400) }));
}
