import { sql } from "drizzle-orm";
import { preparedStatement } from "#db/prepared-rows.server.ts";
import { insightDepartments, insights } from "#db/schema/insights.server.ts";
import { channels } from "#db/schema/vocabulary.server.ts";
import type { Person } from "../people/person.ts";
import type { InsightKind } from "./insight.ts";
import { readableByReader, readerValues } from "./readable.server.ts";
import type { MonthCount } from "./timeline.ts";

const months = preparedStatement<MonthCount>(
  () => sql`select to_char(${insightDepartments.heardOn}, 'YYYY-MM') as month, count(*)::int as count
    from ${insightDepartments}
    join ${insights} on ${insights.id} = ${insightDepartments.insightId}
    join ${channels} on ${channels.id} = ${insights.channelId}
    where ${insightDepartments.departmentId} = ${sql.placeholder("departmentId")}::uuid and ${readableByReader()}
      and (${sql.placeholder("channel")}::text is null or ${channels.slug} = ${sql.placeholder("channel")}::text)
      and (${sql.placeholder("kind")}::text is null or ${insights.kind}::text = ${sql.placeholder("kind")}::text)
    group by 1 order by 1`,
);

type Asked = {
  person: Pick<Person, "id" | "team">;
  departmentId: string;
  channel?: string;
  kind?: InsightKind;
};

/** How much was heard of a department in each month that had any, as far as this person may read. */
export function listMonths({ person, departmentId, channel, kind }: Asked): Promise<MonthCount[]> {
  const filters = { channel: channel ?? null, kind: kind ?? null };
  return months({ departmentId, ...filters, ...readerValues(person) });
}
