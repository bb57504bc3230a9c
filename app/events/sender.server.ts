import { PgBoss, type SendOptions } from "pg-boss";
import { pool, type Tx } from "#db/client.server.ts";
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

/** Enqueues one job inside the caller's transaction: rolled back, it was never sent. */
export async function sendJob(tx: Tx, { queue, data }: { queue: string; data: object }): Promise<void> {
  const boss = await sender();
  await boss.send(queue, data, { db: inTransaction(tx) });
}

/** The caller's transaction as pg-boss writes to it. Prepared: planning its statement takes longer than running it. */
function inTransaction(tx: Tx): NonNullable<SendOptions["db"]> {
  return {
    async executeSql(text, values = []) {
      const statement = tx._.session.prepareQuery({ sql: text, params: values }, undefined, "job", false);
      return { rows: (await statement.execute()) as unknown[] };
    },
  };
}

/** Lets the sender go; the pool is closed by its owner. */
export async function closeSender(): Promise<void> {
  const open = slot.corridorSender;
  slot.corridorSender = undefined;
  await (await open)?.stop({ graceful: false, close: false });
}
