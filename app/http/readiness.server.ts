import { pool } from "#db/client.server.ts";
import { databaseError } from "#db/errors.server.ts";
import journal from "#db/migrations/meta/_journal.json" with { type: "json" };

export type SearchState = "ok" | "down" | "key-refused" | "rebuilding" | "off";
type DatabaseState = "ok" | "down" | "schema-behind";

/** How the last backup stands: reported beside the rest, never a reason to be out of service. */
export type BackupReadiness = {
  backup: "ok" | "late" | "failed" | "none" | "unknown";
  lastBackup: string | null;
};
/** Whether the engine takes in what changes; searches go on either way. */
export type IndexingState = "ok" | "disk-full" | "failing" | "unknown";
export type Readiness = {
  database: DatabaseState;
  search: SearchState;
  indexing: IndexingState;
} & BackupReadiness;

const databaseDeadlineMs = 1_000;
const searchDeadlineMs = 500;
const newest = Math.max(...journal.entries.map(({ when }) => when));
// No such table, no such schema, not ours to read: nobody has migrated this database yet.
const notMigrated = new Set(["42P01", "3F000", "42501"]);

/** Whether the parts we stand on answer: both asked at once, each with its own deadline. */
export async function readiness(parts: {
  searchState: () => Promise<SearchState>;
  indexingState: () => Promise<IndexingState>;
  backupState: () => Promise<BackupReadiness>;
}): Promise<Readiness> {
  const noBackup: BackupReadiness = { backup: "unknown", lastBackup: null };
  const [database, search, indexing, backup] = await Promise.all([
    within<DatabaseState>(databaseDeadlineMs, "down", databaseState()),
    within<SearchState>(searchDeadlineMs, "down", parts.searchState()),
    within<IndexingState>(searchDeadlineMs, "unknown", indexings.ask(parts.indexingState)),
    within(searchDeadlineMs, noBackup, backups.ask(parts.backupState)),
  ]);
  return { database, search, indexing, ...backup };
}

// One question at a time, however often we are asked: a silent database must not fill the pool with questions.
let asking: Promise<DatabaseState> | undefined;

const backups = oneAtATime<BackupReadiness>();
const indexings = oneAtATime<IndexingState>();

function oneAtATime<State>(): { ask(question: () => Promise<State>): Promise<State> } {
  let under: Promise<State> | undefined;
  return {
    ask(question) {
      under ??= question().finally(() => {
        under = undefined;
      });
      return under;
    },
  };
}

function databaseState(): Promise<DatabaseState> {
  asking ??= askDatabase().finally(() => {
    asking = undefined;
  });
  return asking;
}

async function askDatabase(): Promise<DatabaseState> {
  try {
    const [row] =
      await pool()`select max(created_at) >= ${newest} as current from drizzle.__drizzle_migrations`;
    return row?.current ? "ok" : "schema-behind";
  } catch (error) {
    return notMigrated.has(databaseError(error)?.code ?? "") ? "schema-behind" : "down";
  }
}

async function within<State>(ms: number, late: State, answer: Promise<State>): Promise<State> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<State>((resolve) => {
    timer = setTimeout(() => resolve(late), ms);
  });
  try {
    return await Promise.race([answer.catch(() => late), deadline]);
  } finally {
    clearTimeout(timer);
  }
}
