import { PgBoss } from "pg-boss";
import { pool } from "#db/client.server.ts";
import { log } from "../log.server.ts";

// Kept where a second copy of this module finds it, like the pool it sends through.
const slot = globalThis as typeof globalThis & { corridorSender?: Promise<PgBoss> };

/** A pg-boss that only sends, over our own pool: no schedules, no supervision, no schema changes. */
async function openSender(): Promise<PgBoss> {
  const boss = new PgBoss({
    db: { executeSql: async (text, values) => ({ rows: await pool().unsafe(text, values as never[]) }) },
    migrate: false,
    createSchema: false,
    supervise: false,
    schedule: false,
    useListenNotify: true,
  });
  boss.on("error", (error) => log().error({ err: error }, "the job sender had an error"));
  return boss.start();
}

function sender(): Promise<PgBoss> {
  slot.corridorSender ??= openSender().catch((error: unknown) => {
    slot.corridorSender = undefined;
    throw error;
  });
  return slot.corridorSender;
}

/** The statement by which pg-boss enqueues a job, its one value apart. */
export type JobInsert = { text: string; job: string };

/**
 * What pg-boss would run to enqueue this job, so that the caller can run it as part of a statement of its own: saved
 * with it or not at all, and without a round trip more.
 */
export async function jobInsert({ queue, data }: { queue: string; data: object }): Promise<JobInsert> {
  const boss = await sender();
  let insert: JobInsert | undefined;
  await boss.send(queue, data, {
    db: {
      async executeSql(text, values = []) {
        insert = { text, job: String(values[0]) };
        return { rows: [{ id: "" }] };
      },
    },
  });
  if (!insert) throw new Error("pg-boss did not say how it enqueues a job");
  return insert;
}

/** Lets the sender go; the pool is closed by its owner. */
export async function closeSender(): Promise<void> {
  const open = slot.corridorSender;
  slot.corridorSender = undefined;
  await (await open)?.stop({ graceful: false, close: false });
}
