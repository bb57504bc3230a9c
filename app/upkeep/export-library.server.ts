import { appendFile, mkdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import postgres from "postgres";
import { runTransaction } from "#db/run-transaction.server.ts";
import { requireSetting } from "../env.server.ts";
import { recordEvent } from "../events/record-event.server.ts";
import { openBytes, smallOf } from "../files/kept-bytes.server.ts";
import { csvLine } from "../text/csv-cell.ts";
import { describeLibrary } from "./describe-library.server.ts";
import { type ExportManifest, exportFormat, exportReadMe, exportVersion, manifestName } from "./export.ts";
import { listExportedTables } from "./export-tables.server.ts";
import { csvHeadings, csvRow, exportedInsights, markdownOf } from "./exported-insights.server.ts";
import { type Connection, type LibraryTable, listSequences } from "./library-tables.server.ts";
import { writeExportFile } from "./write-export-file.server.ts";

const rowsAtOnce = 1_000;

type Exporting = { folder: string; onProgress?: (words: string) => void };

/** Everything anybody wrote, as it stands at one moment, in forms other programs read. For the operator alone: it obeys no reader's rights. */
export async function exportLibrary({ folder, onProgress = () => {} }: Exporting): Promise<ExportManifest> {
  const draft = `${folder}.part`;
  await rm(draft, { recursive: true, force: true });
  for (const each of [draft, join(draft, "rows"), join(draft, "insights"), join(draft, "files")])
    await mkdir(each, { mode: 0o700 });
  const sql = postgres(requireSetting("DATABASE_URL"), {
    max: 1,
    onnotice: () => {},
    connection: {
      application_name: "corridor export",
      statement_timeout: 0,
      idle_in_transaction_session_timeout: 0,
    },
  });
  try {
    await runTransaction((tx) =>
      recordEvent(tx, { name: "library.exported", actorId: null, subjectId: null }),
    );
    const manifest = await sql.begin("isolation level repeatable read read only", (snapshot) =>
      writeAll(snapshot, draft, onProgress),
    );
    // Throws when there is something under that name already.
    await rename(draft, folder);
    return manifest as ExportManifest;
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    throw error;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

async function writeAll(
  sql: Connection,
  folder: string,
  onProgress: (words: string) => void,
): Promise<ExportManifest> {
  const { library, migrations, madeAt, corridor } = await describeLibrary(sql, new Date());
  const tables: ExportManifest["tables"] = [];
  for (const table of await listExportedTables(sql)) {
    const counted = { rows: 0 };
    const sha256 = await writeExportFile(
      join(folder, "rows", `${table.name}.jsonl`),
      linesOf(sql, table, counted),
    );
    tables.push({ ...table, ...counted, sha256 });
    onProgress(`${table.name}: ${counted.rows.toLocaleString("en-GB")} rows`);
  }
  await writeInsights(sql, folder);
  await writeLists(sql, folder);
  const files = await writeFiles(sql, folder, onProgress);
  await writeExportFile(join(folder, "README.md"), [exportReadMe()]);
  const manifest: ExportManifest = {
    format: exportFormat,
    version: exportVersion,
    madeAt,
    corridor,
    library,
    migrations,
    tables,
    sequences: await listSequences(sql),
    files,
  };
  await writeExportFile(join(folder, manifestName), [JSON.stringify(manifest, null, 1)]);
  return manifest;
}

async function* linesOf(
  sql: Connection,
  { name, columns }: LibraryTable,
  counted: { rows: number },
): AsyncGenerator<string> {
  const rows = sql<{ line: string }[]>`
    select row_to_json(t)::text as line from (select ${sql(columns)} from ${sql("public")}.${sql(name)}) t`;
  for await (const some of rows.cursor(rowsAtOnce)) {
    counted.rows += some.length;
    yield some.map(({ line }) => `${line}\n`).join("");
  }
}

async function writeInsights(sql: Connection, folder: string): Promise<void> {
  async function* rows(): AsyncGenerator<string> {
    yield `\uFEFF${csvLine(csvHeadings)}`;
    for await (const some of exportedInsights(sql)) {
      yield some.map(csvRow).join("");
      for (const insight of some) {
        for (const { slug } of insight.departments)
          await appendFile(join(folder, "insights", `${slug}.md`), markdownOf(insight), { mode: 0o600 });
      }
    }
  }
  await writeExportFile(join(folder, "insights.csv"), rows());
}

/** What one would otherwise have to look up by id. */
async function writeLists(sql: Connection, folder: string): Promise<void> {
  const departments = await sql<Record<string, string | null>[]>`
    select d.name, d.slug, d.kind::text as kind, above.name as "within", d.closed_at::date::text as closed,
      (select string_agg(a.name, '; ' order by a.name) from department_aliases a where a.department_id = d.id) as "otherNames"
    from departments d left join departments above on above.id = d.parent_id order by d.name`;
  const people = await sql<Record<string, string | null>[]>`
    select p.name, p.handle, p.email, p.role::text as role, p.job_title as "jobTitle", t.name as team,
      p.disabled_at::date::text as disabled
    from people p join teams t on t.id = p.team_id order by p.name`;
  for (const [name, rows] of Object.entries({ departments, people })) {
    const cells = rows.map((row) => csvLine(Object.values(row).map((cell) => cell ?? "")));
    await writeExportFile(join(folder, `${name}.csv`), [
      `\uFEFF${csvLine(Object.keys(rows[0] ?? {}))}`,
      ...cells,
    ]);
  }
}

const endings: Record<string, string> = {
  "image/jpeg": "jpg",
  "image/png": "png",
  "image/webp": "webp",
  "application/pdf": "pdf",
};

async function writeFiles(
  sql: Connection,
  folder: string,
  onProgress: (words: string) => void,
): Promise<ExportManifest["files"]> {
  const kept = await sql<
    { id: string; type: string }[]
  >`select id, type from files where removed_at is null order by id`;
  const written: ExportManifest["files"] = [];
  for (const { id, type } of kept) {
    for (const small of [false, true]) {
      const opened = await openBytes(small ? smallOf(id) : id);
      if (!opened) continue;
      const name = `${small ? smallOf(id) : id}.${endings[type] ?? "bin"}`;
      const sha256 = await writeExportFile(
        join(folder, "files", name),
        opened.bytes as AsyncIterable<Buffer>,
      );
      written.push({ name, id, small, sha256 });
    }
    onProgress(`${written.length} files`);
  }
  return written;
}
