import type { ReservedSql, TransactionSql } from "postgres";
import { leftOut } from "./backup.ts";

export type Connection = ReservedSql | TransactionSql;
export type LibraryTable = { name: string; columns: string[] };

/**
 * Every table of ours and the columns that hold what was written there, as PostgreSQL itself lists them: a new table is
 * among them from the day it exists. Generated columns are left out, for they are made of the others.
 */
export async function listTables(sql: Connection): Promise<LibraryTable[]> {
  return sql<LibraryTable[]>`
    select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
      and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
    group by c.oid, c.relname order by c.relname`;
}

/** The tables a backup holds. */
export async function listKeptTables(sql: Connection): Promise<LibraryTable[]> {
  return (await listTables(sql)).filter(({ name }) => !(name in leftOut));
}

export type SequenceState = { name: string; value: string; called: boolean };

/** How far every sequence has counted: those of identity columns and all others. */
export async function listSequences(sql: Connection): Promise<SequenceState[]> {
  const names = await sql<{ name: string }[]>`
    select c.relname as name from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'S' order by c.relname`;
  const states: SequenceState[] = [];
  for (const { name } of names) {
    const [state] = await sql<{ value: string; called: boolean }[]>`
      select last_value::text as value, is_called as called from ${sql("public")}.${sql(name)}`;
    if (state) states.push({ name, ...state });
  }
  return states;
}
