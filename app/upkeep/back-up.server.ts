import { createWriteStream } from "node:fs";
import { mkdir, open, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import postgres from "postgres";
import { requireSetting } from "../env.server.ts";
import { archiveEnd, type Entry, entryOf, startChain, written } from "./archive-entries.server.ts";
import { type BackupEnd, endName, headName } from "./backup.ts";
import { filesOf, rowsOf, waitingJobs } from "./backup-entries.server.ts";
import { backupName, unfinished } from "./backup-name.ts";
import { describeLibrary } from "./describe-library.server.ts";
import { type Connection, listSequences } from "./library-tables.server.ts";
import { readBackup } from "./read-backup.server.ts";
import { type BackupRecord, recordBackup } from "./record-backup.server.ts";

const lock = "corridor backup";

type BackupProgress = { rows: number; totalRows: number; files: number; checkedBytes?: number };

type BackingUp = {
  folder: string;
  begunBy: "worker" | "command";
  onProgress?: (progress: BackupProgress) => void;
  signal?: AbortSignal;
  /** Asked once nobody else can be at it: false, and nothing is done. */
  stillWanted?: () => Promise<boolean>;
};

export type BackedUp =
  | { outcome: "done"; path: string; made: BackupRecord }
  | { outcome: "already-running" | "not-wanted" };

/**
 * Writes one file with everything: rows, uploads and settings as they stand at one moment, while people go on working.
 * It is read back and checked before it gets its name. One at a time, whoever begins it.
 */
export async function backUp(backing: BackingUp): Promise<BackedUp> {
  // Beside the pool: it takes as long as it takes, and reads one moment all the while.
  const sql = postgres(requireSetting("DATABASE_URL"), {
    max: 1,
    connect_timeout: 10,
    onnotice: () => {},
    connection: {
      application_name: "corridor backup",
      statement_timeout: 0,
      idle_in_transaction_session_timeout: 0,
    },
  });
  try {
    const [row] = await sql`select pg_try_advisory_lock(hashtext(${lock})) as held`;
    if (!row?.held) return { outcome: "already-running" };
    if (backing.stillWanted && !(await backing.stillWanted())) return { outcome: "not-wanted" };
    return await recordBackup(backing.begunBy, (madeAt) => makeFile(sql, backing, madeAt));
  } finally {
    await sql.end({ timeout: 5 });
  }
}

async function makeFile(
  sql: postgres.Sql,
  { folder, onProgress, signal }: BackingUp,
  madeAt: Date,
): Promise<{ outcome: "done"; path: string; made: BackupRecord }> {
  // Not its parents: a disk that is not mounted must not be taken for an empty one.
  await mkdir(folder, { mode: 0o700 }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EEXIST") throw error;
  });
  const path = join(folder, backupName(madeAt));
  const draft = unfinished(path);
  try {
    const end = await inOneMoment(sql, async (snapshot) => {
      const { head, end, bytes } = await packed(snapshot, madeAt, onProgress);
      const out = createWriteStream(draft, { mode: 0o600, flush: true });
      await pipeline(Readable.from(bytes), createGzip({ chunkSize: 256 * 1024 }), out, { signal });
      return { rows: head.tables.reduce((sum, { rows }) => sum + rows, 0), ...end() };
    });
    const { size } = await stat(draft);
    const { chain } = await readBackup({
      file: draft,
      onProgress: ({ bytes }) =>
        onProgress?.({ rows: end.rows, totalRows: end.rows, files: end.files, checkedBytes: bytes }),
    });
    if (chain !== end.chain) throw new Error("the file does not say what was written into it");
    await rename(draft, path);
    await flushFolder(folder);
    const made = { bytes: size, rows: end.rows, files: end.files, filesMissing: end.filesMissing.length };
    return { outcome: "done", path, made };
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

/** Reads the database as it stands at one moment. When that breaks off, half a table may still be on its way to us. */
async function inOneMoment<T>(sql: postgres.Sql, work: (snapshot: Connection) => Promise<T>): Promise<T> {
  let failed: { error: unknown } | undefined;
  try {
    const done = await sql.begin("isolation level repeatable read read only", async (snapshot) => {
      await snapshot`set local datestyle = 'ISO, YMD'`;
      return await work(snapshot).catch((error: unknown) => {
        failed = { error };
        void sql.end({ timeout: 0 });
        throw error;
      });
    });
    return done as T;
  } catch (error) {
    throw failed ? failed.error : error;
  }
}

async function packed(snapshot: Connection, madeAt: Date, onProgress: BackingUp["onProgress"]) {
  const head = await describeLibrary(snapshot, madeAt);
  const totalRows = head.tables.reduce((sum, { rows }) => sum + rows, 0);
  const chain = startChain();
  let entries = 0;
  let rows = 0;
  let end: BackupEnd | undefined;
  const filesMissing: string[] = [];
  let files = 0;
  const told = () => onProgress?.({ rows, totalRows, files });

  async function* put(entry: Entry): AsyncGenerator<Buffer> {
    yield* written(entry, (sha256) => chain.add({ name: entry.name, size: entry.size, sha256 }));
    entries += 1;
    told();
  }
  async function* bytes(): AsyncGenerator<Buffer> {
    yield* put(entryOf(headName, JSON.stringify(head)));
    for (const table of head.tables) {
      const parts = rowsOf(snapshot, table);
      let part = await parts.next();
      for (; !part.done; part = await parts.next()) yield* put(part.value);
      if (part.value !== table.rows)
        throw new Error(`${table.name} gave ${part.value} rows of ${table.rows}`);
      rows += part.value;
    }
    const jobs = await waitingJobs(snapshot);
    yield* put(jobs.entry);
    const onFile = () => {
      files += 1;
    };
    for await (const file of filesOf(snapshot, { onFile, onMissing: (id) => filesMissing.push(id) }))
      yield* put(file);
    // Last: a sequence counts on for everybody, and must not stand before any row that was copied.
    const sequences = await listSequences(snapshot);
    end = { entries, chain: chain.value(), sequences, files, filesMissing, jobs: jobs.count };
    yield* written(entryOf(endName, JSON.stringify(end)), () => {});
    yield archiveEnd();
  }
  return {
    head,
    bytes: bytes(),
    end: () => {
      if (!end) throw new Error("the backup was not written to its end");
      return end;
    },
  };
}

async function flushFolder(folder: string): Promise<void> {
  // Windows flushes no folders.
  if (process.platform === "win32") return;
  const handle = await open(folder);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
