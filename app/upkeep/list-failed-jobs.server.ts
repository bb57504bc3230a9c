import { sql } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { deadLetterQueue } from "../events/queues.ts";
import type { FailedJob } from "./system.ts";

const shown = 50;

/** Jobs that failed ten times, newest first: which event they carry, never what was written. */
export async function listFailedJobs(): Promise<FailedJob[]> {
  const rows = await db.execute<{ id: string; event: string | null; failedAt: string }>(sql`
    select id, data ->> 'name' as event, created_on as "failedAt" from pgboss.job
    where name = ${deadLetterQueue} and state in ('created', 'retry') order by created_on desc limit ${shown}`);
  return rows.map(({ id, event, failedAt }) => ({
    id,
    event: event ?? "unknown",
    failedAt: new Date(failedAt),
  }));
}
