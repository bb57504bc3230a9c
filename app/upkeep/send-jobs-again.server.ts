import { PgBoss } from "pg-boss";
import type { TransactionSql } from "postgres";
import { z } from "zod";

const job = z.object({ queue: z.string(), data: z.record(z.string(), z.unknown()) });
const atOnce = 500;

/** Sends what was still to be done when the backup was made, as part of the restore; how many jobs that were. */
export async function sendJobsAgain(tx: TransactionSql, body: AsyncIterable<Buffer>): Promise<number> {
  const parts: Buffer[] = [];
  for await (const chunk of body) parts.push(chunk);
  const lines = Buffer.concat(parts).toString("utf8").split("\n").filter(Boolean);
  const jobs = lines.map((line) => job.parse(JSON.parse(line)));

  const boss = new PgBoss({
    db: { executeSql: async (text, values) => ({ rows: await tx.unsafe(text, values as never[]) }) },
    migrate: false,
    createSchema: false,
    supervise: false,
    schedule: false,
  });
  await boss.start();
  let sent = 0;
  for (const queue of new Set(jobs.map((one) => one.queue))) {
    // A queue that this Corridor has no more has nobody to work on it.
    if (!(await boss.getQueue(queue))) continue;
    const ours = jobs.filter((one) => one.queue === queue);
    for (let from = 0; from < ours.length; from += atOnce) {
      const some = ours.slice(from, from + atOnce).map(({ data }) => ({ data }));
      await boss.insert(queue, some);
      sent += some.length;
    }
  }
  await boss.stop({ graceful: false, close: false });
  return sent;
}
