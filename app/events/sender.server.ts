import { PgBoss } from "pg-boss";
import type { Sql } from "postgres";
import { openBeside } from "#db/client.server.ts";
import { log } from "../log.server.ts";
import { logQueueTrouble } from "./log-queue-trouble.server.ts";

// Kept where a second copy of this module finds it, like the pool.
type Sender = { boss: PgBoss; connection: Sql };
const slot = globalThis as typeof globalThis & { corridorSender?: Promise<Sender> };

/**
 * A pg-boss that only sends: no schedules, no supervision, no schema changes. What it asks of queues it asks beside the
 * pool: transactions that wait for it may hold all of that.
 */
async function openSender(): Promise<Sender> {
  const connection = openBeside();
  const boss = new PgBoss({
    db: { executeSql: async (text, values) => ({ rows: await connection.unsafe(text, values as never[]) }) },
    migrate: false,
    createSchema: false,
    supervise: false,
    schedule: false,
    useListenNotify: true,
  });
  boss.on("error", (error) => logQueueTrouble("the job sender", error));
  try {
    await boss.start();
    return { boss, connection };
  } catch (error) {
    await connection.end({ timeout: 1 });
    throw error;
  }
}

function sender(): Promise<Sender> {
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
  const { boss } = await sender();
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

const notification = /pg_notify\((.+), ('[\w-]+')\)/;

/**
 * The same statement without the notification that wakes the worker, and that by itself: transactions that notify are
 * committed one after another, each waiting for the disk, while others go to it together.
 */
export function notifyApart(text: string): { text: string; wake: string | undefined } {
  const [notify, channel] = notification.exec(text) ?? [];
  if (!notify || !channel) return { text, wake: undefined };
  return { text: text.replace(notify, () => channel), wake: `select ${notify}` };
}

/** How long the worker is left asleep: whoever has saved has their answer first, and whoever saves next comes along. */
const pauseMs = 10;

let waiting: { timer: NodeJS.Timeout; wake: string } | undefined;

/** Wakes the worker in a moment for a job that is committed. Should that fail, it finds the job when it next looks by itself. */
export function wakeSoon(wake: string): void {
  waiting ??= { timer: setTimeout(wakeNow, pauseMs).unref(), wake };
}

async function wakeNow(): Promise<void> {
  if (!waiting) return;
  const { timer, wake } = waiting;
  waiting = undefined;
  clearTimeout(timer);
  try {
    const open = await slot.corridorSender;
    await open?.connection.unsafe(wake);
  } catch (error) {
    log().warn({ err: error }, "the worker was not woken: it looks for jobs by itself every few seconds");
  }
}

/** Lets the sender go, and its connection. */
export async function closeSender(): Promise<void> {
  await wakeNow();
  const open = slot.corridorSender;
  slot.corridorSender = undefined;
  const opened = await open?.catch(() => undefined);
  await opened?.boss.stop({ graceful: false, close: false });
  await opened?.connection.end({ timeout: 1 });
}
