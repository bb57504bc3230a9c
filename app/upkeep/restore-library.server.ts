import postgres from "postgres";
import { installQueues } from "#db/migrate.server.ts";
import { type BackupHead, UnusableBackup } from "./backup.ts";
import { clearEmptyLibrary, requireEmpty } from "./empty-database.server.ts";
import { readBackup } from "./read-backup.server.ts";
import { keepRestoredFile } from "./restore-files.server.ts";
import { loadRows, openTables, settleTables } from "./restore-rows.server.ts";
import { applyMigrations, splitMigrations } from "./restore-schema.server.ts";
import { sendJobsAgain } from "./send-jobs-again.server.ts";
import { settleRestored } from "./settle-restored.server.ts";

type RestoreProgress =
  | { stage: "checking"; bytes: number; total: number }
  | { stage: "restoring"; rows: number; totalRows: number; files: number };

type Restoring = {
  file: string;
  /** The database's address as the role that owns it. */
  ownerUrl: string;
  onProgress?: (progress: RestoreProgress) => void;
};

export type Restored = {
  head: BackupHead;
  rows: number;
  files: number;
  filesMissing: string[];
  jobs: number;
  /** Steps of the schema that the backup had not taken yet. */
  migrated: number;
};

const migrationLock = 7_236_450;

/**
 * Brings a backup back into an empty database: all of it or nothing. The file is read to its end and checked before
 * anything is touched. Throws an UnusableBackup, or says in words why the database cannot take it.
 */
export async function restoreLibrary({ file, ownerUrl, onProgress }: Restoring): Promise<Restored> {
  const checked = await readBackup({
    file,
    onHead: (head) => void splitMigrations(head),
    onProgress: (read) => onProgress?.({ stage: "checking", ...read }),
  });
  const sql = postgres(ownerUrl, {
    max: 1,
    connect_timeout: 10,
    onnotice: () => {},
    connection: { application_name: "corridor restore", lock_timeout: 30_000 },
  });
  try {
    await requireEmpty(sql);
    await sql`select pg_advisory_lock(${migrationLock})`;
    await installQueues(ownerUrl);
    const restored = await sql.begin(async (tx) => {
      await requireEmpty(tx);
      await clearEmptyLibrary(tx);
      return await bringBack(tx, { file, checked, onProgress });
    });
    return restored as Restored;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

type BringingBack = {
  file: string;
  checked: Awaited<ReturnType<typeof readBackup>>;
  onProgress: Restoring["onProgress"];
};

async function bringBack(
  tx: postgres.TransactionSql,
  { file, checked, onProgress }: BringingBack,
): Promise<Restored> {
  const { head, end } = checked;
  const { before, after } = splitMigrations(head);
  await applyMigrations(tx, before);
  const constraints = await openTables(tx, head.tables);
  const totalRows = head.tables.reduce((sum, { rows }) => sum + rows, 0);
  let rows = 0;
  let files = 0;
  let jobs = 0;
  const again = await readBackup({
    file,
    onEntry: async (entry) => {
      const [kind, name = ""] = entry.name.split("/");
      const table = head.tables.find((one) => kind === "tables" && one.name === name);
      if (table) rows += await loadRows(tx, table, entry.body);
      else if (kind === "files") {
        await keepRestoredFile(name, entry.body);
        if (!name.endsWith("-small")) files += 1;
      } else if (entry.name === "jobs.jsonl") jobs = await sendJobsAgain(tx, entry.body);
      else throw new UnusableBackup(`it holds what this Corridor does not know: ${entry.name}`);
      onProgress?.({ stage: "restoring", rows, totalRows, files });
    },
  });
  if (again.chain !== checked.chain) throw new UnusableBackup("it changed while it was being read");
  await settleTables(tx, { tables: head.tables, sequences: end.sequences, constraints });
  await applyMigrations(tx, after);
  await settleRestored(tx);
  return { head, rows, files, filesMissing: end.filesMissing, jobs, migrated: after.length };
}
