import packageFacts from "../../package.json" with { type: "json" };
import { settingsThatMayBeTold } from "../env.server.ts";
import { type BackupHead, type BackupTable, backupFormat, formatVersion } from "./backup.ts";
import { type Connection, listKeptTables } from "./library-tables.server.ts";

/** What a backup of this moment says of itself: which schema it is in, and what it will hold. */
export async function describeLibrary(snapshot: Connection, madeAt: Date): Promise<BackupHead> {
  const [name] = await snapshot<
    { value: string }[]
  >`select value #>> '{}' as value from settings where key = 'libraryName'`;
  const migrations = await snapshot<{ hash: string; createdAt: number }[]>`
    select hash, created_at::float8 as "createdAt" from drizzle.__drizzle_migrations order by created_at`;
  const tables: BackupTable[] = [];
  for (const table of await listKeptTables(snapshot)) {
    const [count] = await snapshot<{ rows: number }[]>`
      select count(*)::float8 as rows from ${snapshot("public")}.${snapshot(table.name)}`;
    tables.push({ ...table, rows: count?.rows ?? 0 });
  }
  return {
    format: backupFormat,
    version: formatVersion,
    madeAt: madeAt.toISOString(),
    corridor: packageFacts.version,
    library: name?.value ?? "The Library",
    migrations: [...migrations],
    tables,
    settings: settingsThatMayBeTold(),
  };
}
