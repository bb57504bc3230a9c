import { sql } from "drizzle-orm";
import { readableInSql } from "#app/insights/readable.server.ts";
import { readingRule } from "#app/insights/readable.ts";
import type { Person } from "#app/people/person.ts";
import { preparedRows } from "#db/prepared-rows.server.ts";
import { insights } from "#db/schema/insights.server.ts";

/** Of these insights those the person may read now. */
export async function readableInsightIds({
  person,
  ids,
}: {
  person: Person;
  ids: readonly string[];
}): Promise<{ id: string }[]> {
  if (ids.length === 0) return [];
  return preparedRows<{ id: string }>(sql`
    select ${insights.id} from ${insights}
    where ${insights.id} = any(${sql.param(ids)}::uuid[]) and ${readableInSql(readingRule(person))}`);
}
