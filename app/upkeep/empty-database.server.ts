import type { Sql, TransactionSql } from "postgres";
import { type Connection, listTables } from "./library-tables.server.ts";

/** Throws, in words, unless a library may be brought back here: nothing stands in it, or an empty Corridor, at rest. */
export async function requireEmpty(sql: Sql | TransactionSql): Promise<void> {
  const [here] = await sql<{ database: string; others: number }[]>`
    select current_database() as database, (select count(*)::int from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and application_name like 'corridor%') as others`;
  const database = here?.database ?? "";
  const tables = new Set((await listTables(sql as Connection)).map(({ name }) => name));
  if (tables.size > 0 && !(tables.has("people") && tables.has("insights")))
    throw new Error(
      `The database ${database} holds tables that are not Corridor's: a backup goes into an empty one.`,
    );
  for (const table of tables.size > 0 ? (["people", "departments", "insights"] as const) : []) {
    const [row] = await sql<{ some: boolean }[]>`select exists (select from ${sql(table)}) as some`;
    if (row?.some)
      throw new Error(
        `The database ${database} is not empty, there are ${table} in it: a backup goes into an empty one, or a new one named with --database.`,
      );
  }
  if (here && here.others > 0)
    throw new Error(`Corridor is running on the database ${database}: stop web and worker first.`);
}

/** Takes away what an empty Corridor consists of, so that the backup's own schema can take its place. */
export async function clearEmptyLibrary(tx: TransactionSql): Promise<void> {
  await tx`drop schema if exists drizzle cascade`;
  for (const { name } of await listTables(tx)) await tx`drop table ${tx("public")}.${tx(name)} cascade`;
  const types = await tx<{ name: string }[]>`
    select t.typname as name from pg_type t
    where t.typnamespace = 'public'::regnamespace and t.typtype = 'e'
      and not exists (select from pg_depend d where d.objid = t.oid and d.deptype = 'e')`;
  for (const { name } of types) await tx`drop type ${tx("public")}.${tx(name)} cascade`;
  const functions = await tx<{ signature: string }[]>`
    select p.oid::regprocedure::text as signature from pg_proc p
    where p.pronamespace = 'public'::regnamespace
      and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')`;
  // Its arguments' types stand in it: PostgreSQL's own writing of a name, not ours.
  for (const { signature } of functions) await tx.unsafe(`drop function ${signature} cascade`);
}
