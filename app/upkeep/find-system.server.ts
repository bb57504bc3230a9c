import { statfs } from "node:fs/promises";
import { sql } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import packageFacts from "../../package.json" with { type: "json" };
import { env } from "../env.server.ts";
import { engineVersion } from "../search/engine-version.server.ts";
import { indexingState } from "../search/indexing-state.server.ts";
import { type SearchState, searchState } from "../search/search-state.server.ts";
import { findIssueMailing } from "../weekly/find-issue-mailing.server.ts";
import { findBackupState } from "./find-backup-state.server.ts";
import { listFailedJobs } from "./list-failed-jobs.server.ts";
import type { Disk, System } from "./system.ts";

type DatabaseRow = {
  version: string;
  bytes: number;
  insights: number;
  people: number;
  migration: Date | null;
  unconfirmed: number;
  oldest: Date | null;
  workerSeen: Date | null;
  mailsWaiting: number;
  mailsFailed: number;
};

/** How Corridor runs, for an administrator: counts and times, never a text, an address with a password or a key. */
export async function findSystem(): Promise<System> {
  const [database, issue, queues, failed, search, indexing, engine, backup, disks] = await Promise.all([
    askDatabase(),
    findIssueMailing(new Date()),
    listQueues(),
    listFailedJobs(),
    searchState().catch((): SearchState => "down"),
    indexingState(),
    engineVersion(),
    findBackupState(),
    listDisks(),
  ]);
  return {
    versions: {
      corridor: packageFacts.version,
      node: process.versions.node,
      postgres: database.version,
      engine,
    },
    database: {
      bytes: database.bytes,
      insights: database.insights,
      people: database.people,
      migratedTo: database.migration,
    },
    search: { state: search, indexing, unconfirmed: database.unconfirmed, oldest: database.oldest },
    worker: { seenAt: database.workerSeen },
    mail: {
      isOn: env().SMTP_URL !== undefined,
      waiting: database.mailsWaiting,
      failed: database.mailsFailed,
    },
    issue,
    queues,
    failed,
    backup: {
      ...backup,
      isScheduled: env().BACKUP_DIR !== undefined,
      hour: env().BACKUP_HOUR,
      keep: env().BACKUP_KEEP,
    },
    disks,
  };
}

async function askDatabase(): Promise<DatabaseRow> {
  const [row] = await db.execute<Record<keyof DatabaseRow, string | number | null>>(sql`
    select split_part(current_setting('server_version'), ' ', 1) as version,
      pg_database_size(current_database())::float8 as bytes,
      (select count(*)::int from insights) as insights,
      (select count(*)::int from people where disabled_at is null) as people,
      (select max(created_at)::float8 from drizzle.__drizzle_migrations) as migration,
      lag.unconfirmed, lag.oldest,
      (select cron_on from pgboss.version) as "workerSeen",
      (select count(*)::int from mails where state in ('waiting', 'sending')) as "mailsWaiting",
      (select count(*)::int from mails where state = 'failed') as "mailsFailed"
    from (select count(*)::int as unconfirmed, min(changed_at) as oldest from insight_index_states
      where confirmed is distinct from wanted) as lag`);
  const date = (value: string | number | null | undefined) => (value ? new Date(value) : null);
  return {
    version: String(row?.version ?? ""),
    bytes: Number(row?.bytes),
    insights: Number(row?.insights),
    people: Number(row?.people),
    migration: date(row?.migration),
    unconfirmed: Number(row?.unconfirmed),
    oldest: date(row?.oldest),
    workerSeen: date(row?.workerSeen),
    mailsWaiting: Number(row?.mailsWaiting),
    mailsFailed: Number(row?.mailsFailed),
  };
}

async function listQueues(): Promise<System["queues"]> {
  const rows = await db.execute<{ name: string; waiting: number; active: number; oldest: string | null }>(sql`
    select q.name, count(*) filter (where j.state in ('created', 'retry'))::int as waiting,
      count(*) filter (where j.state = 'active')::int as active,
      min(j.created_on) filter (where j.state < 'completed') as oldest
    from pgboss.queue q left join pgboss.job j on j.name = q.name and j.state < 'completed'
    where q.name not like '\\_\\_pgboss%' group by q.name order by q.name`);
  return rows.map(({ oldest, ...row }) => ({ ...row, oldest: oldest ? new Date(oldest) : null }));
}

async function listDisks(): Promise<Disk[]> {
  const folders = [
    ["Pictures and files", env().FILES_DIR],
    ["Backups", env().BACKUP_DIR],
  ] as const;
  const disks = await Promise.all(
    folders.map(async ([of, folder]) => {
      const facts = folder ? await statfs(folder).catch(() => undefined) : undefined;
      return facts && { of, free: facts.bavail * facts.bsize, total: facts.blocks * facts.bsize };
    }),
  );
  return disks.filter((disk) => disk !== undefined);
}
