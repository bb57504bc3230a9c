import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import postgres from "postgres";
import { installQueues } from "#db/migrate.server.ts";
import { smallOf } from "../files/kept-bytes.server.ts";
import { UnusableBackup } from "./backup.ts";
import { clearEmptyLibrary, requireEmpty } from "./empty-database.server.ts";
import { type ExportManifest, exportManifest, manifestName } from "./export.ts";
import { keepRestoredFile } from "./restore-files.server.ts";
import { openTables, settleTables } from "./restore-rows.server.ts";
import { applyMigrations, splitMigrations } from "./restore-schema.server.ts";
import { settleRestored } from "./settle-restored.server.ts";
import { digestOf } from "./write-export-file.server.ts";

const rowsAtOnce = 500;

type Importing = { folder: string; ownerUrl: string; onProgress?: (words: string) => void };

/** Brings a whole export into an empty Corridor, all of it or nothing; checked to the last byte before anything is touched. */
export async function importLibrary({
  folder,
  ownerUrl,
  onProgress = () => {},
}: Importing): Promise<ExportManifest> {
  const manifest = await checkExport(folder);
  const { before, after } = splitMigrations(manifest);
  const sql = postgres(ownerUrl, {
    max: 1,
    onnotice: () => {},
    connection: { application_name: "corridor import", lock_timeout: 30_000 },
  });
  try {
    await requireEmpty(sql);
    await installQueues(ownerUrl);
    await sql.begin(async (tx) => {
      await requireEmpty(tx);
      await clearEmptyLibrary(tx);
      await applyMigrations(tx, before);
      const constraints = await openTables(tx, manifest.tables);
      for (const table of manifest.tables) {
        await insertRows(tx, table, join(folder, "rows", `${table.name}.jsonl`));
        onProgress(`${table.name}: ${table.rows.toLocaleString("en-GB")} rows`);
      }
      for (const { name, id, small } of manifest.files)
        await keepRestoredFile(small ? smallOf(id) : id, createReadStream(join(folder, "files", name)));
      await settleTables(tx, { tables: manifest.tables, sequences: manifest.sequences, constraints });
      await applyMigrations(tx, after);
      await settleRestored(tx);
    });
    return manifest;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

async function checkExport(folder: string): Promise<ExportManifest> {
  const text = await readFile(join(folder, manifestName), "utf8").catch(() => {
    throw new UnusableBackup("it is not a whole export: its manifest is missing");
  });
  const read = exportManifest.safeParse(parsed(text));
  if (!read.success) throw new UnusableBackup("it is not an export this Corridor knows");
  const named = [
    ...read.data.tables.map(({ name, sha256 }) => ({ path: join("rows", `${name}.jsonl`), sha256 })),
    ...read.data.files.map(({ name, sha256 }) => ({ path: join("files", name), sha256 })),
  ];
  for (const { path, sha256 } of named) {
    if (!/^(rows|files)[/\\][\w.-]+$/.test(path)) throw new UnusableBackup(`${path} is no name of ours`);
    const digest = await digestOf(join(folder, path)).catch(() => undefined);
    if (digest !== sha256)
      throw new UnusableBackup(`${path} is ${digest ? "not as it was written" : "missing"}`);
  }
  return read.data;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function insertRows(
  tx: postgres.TransactionSql,
  { name, columns }: { name: string; columns: string[] },
  path: string,
): Promise<void> {
  let lines: string[] = [];
  const insert = async () => {
    if (lines.length === 0) return;
    const rows = `[${lines.join(",")}]`;
    lines = [];
    await tx`insert into ${tx("public")}.${tx(name)} (${tx(columns)}) overriding system value
      select ${tx(columns)} from jsonb_populate_recordset(null::${tx("public")}.${tx(name)}, ${rows}::text::jsonb)`;
  };
  for await (const line of createInterface({
    input: createReadStream(path),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    lines.push(line);
    if (lines.length >= rowsAtOnce) await insert();
  }
  await insert();
}
