import { drizzle } from "drizzle-orm/postgres-js";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import { PgBoss } from "pg-boss";
import postgres from "postgres";
import {
  deadLetterQueue,
  eventQueue,
  eventQueueOptions,
  nightlyQueue,
  nightlyQueueOptions,
} from "#app/events/queues.ts";
import { migrationsFolder } from "./migration-files.server.ts";

const lockKey = 7_236_450;
const oldestServer = 150_000;

type Migration = {
  /** Address for the role that owns the schema. */
  url: string;
  /** The role the application runs as, when it is another: it gets rows, never tables. */
  appUser?: string;
  log: (line: string) => void;
};

/**
 * Brings a database to the current schema, once however many start at the same time: the rest wait for the
 * advisory lock and find nothing to do. All of them are one transaction: whole or not at all.
 */
export async function migrateDatabase({ url, appUser, log }: Migration): Promise<void> {
  const sql = postgres(url, {
    max: 1,
    connect_timeout: 10,
    onnotice: () => {},
    connection: { lock_timeout: 30_000 },
  });
  try {
    await requireServerVersion(sql);
    await sql`select pg_advisory_lock(${lockKey})`;
    await migrate(drizzle(sql, { casing: "snake_case" }), { migrationsFolder });
    await installQueues(url);
    if (appUser) await grantRows(sql, appUser);
    log("The database is at the current schema.");
  } finally {
    await sql.end({ timeout: 5 });
  }
}

async function requireServerVersion(sql: postgres.Sql): Promise<void> {
  const [row] = await sql<
    { version: number }[]
  >`select current_setting('server_version_num')::int as version`;
  if (!row || row.version < oldestServer) throw new Error("DATABASE_URL: PostgreSQL 15 or newer is needed");
}

/** Makes pg-boss's tables and our queues where they are missing. */
export async function installQueues(url: string): Promise<void> {
  const boss = new PgBoss({ connectionString: url, max: 1, supervise: false, schedule: false });
  boss.on("error", () => {});
  await boss.start();
  try {
    if (!(await boss.getQueue(deadLetterQueue))) await boss.createQueue(deadLetterQueue);
    if (await boss.getQueue(eventQueue)) await boss.updateQueue(eventQueue, eventQueueOptions);
    else await boss.createQueue(eventQueue, eventQueueOptions);
    if (!(await boss.getQueue(nightlyQueue))) await boss.createQueue(nightlyQueue, nightlyQueueOptions);
  } finally {
    await boss.stop({ graceful: false, close: true });
  }
}

async function grantRows(sql: postgres.Sql, appUser: string): Promise<void> {
  const role = sql(appUser);
  for (const schema of [sql("public"), sql("pgboss")]) {
    await sql`grant usage on schema ${schema} to ${role}`;
    await sql`grant select, insert, update, delete on all tables in schema ${schema} to ${role}`;
    await sql`grant usage, select on all sequences in schema ${schema} to ${role}`;
    await sql`grant execute on all functions in schema ${schema} to ${role}`;
  }
  await sql`grant usage on schema drizzle to ${role}`;
  await sql`grant select on all tables in schema drizzle to ${role}`;
  await sql`revoke update, delete, truncate on events from ${role}`;
}
