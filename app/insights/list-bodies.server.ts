import { sql } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { insights } from "#db/schema/insights.server.ts";

/** By id, the text as typed of insights the caller has already been allowed to read. */
export async function listBodies(ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: insights.id, body: insights.body })
    .from(insights)
    .where(sql`${insights.id} = any(${sql.param(ids)}::uuid[])`)
    .prepare("bodies")
    .execute();
  return new Map(rows.map(({ id, body }) => [id, body]));
}
