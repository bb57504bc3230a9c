import type { Writable } from "node:stream";
import { setImmediate as turn } from "node:timers/promises";
import type { TransactionSql } from "postgres";
import { type BackupTable, UnusableBackup } from "./backup.ts";
import { listTables, type SequenceState } from "./library-tables.server.ts";

const lineEnd = 10;

type Constraint = { table: string; name: string; definition: string };

/**
 * Readies the tables for rows in any order: without what migrations put into them, without the references between them,
 * without triggers. Answers with the references, to be made again and checked once all rows are there.
 */
export async function openTables(tx: TransactionSql, kept: readonly BackupTable[]): Promise<Constraint[]> {
  const tables = await listTables(tx);
  for (const { name, columns } of kept) {
    const there = tables.find((table) => table.name === name);
    if (!there || columns.some((column) => !there.columns.includes(column)))
      throw new UnusableBackup(`it holds what its own schema has not: ${name}`);
  }
  for (const { name } of tables) await tx`alter table ${tx("public")}.${tx(name)} disable trigger user`;
  const constraints = await tx<Constraint[]>`
    select t.relname as table, c.conname as name, pg_get_constraintdef(c.oid) as definition
    from pg_constraint c join pg_class t on t.oid = c.conrelid
    where c.contype = 'f' and c.connamespace = 'public'::regnamespace`;
  for (const { table, name } of constraints) await tx`alter table ${tx(table)} drop constraint ${tx(name)}`;
  for (const { name } of tables) await tx`truncate ${tx("public")}.${tx(name)}`;
  return constraints;
}

/** Copies one part of a table's rows in; how many they were. */
export async function loadRows(
  tx: TransactionSql,
  { name, columns }: BackupTable,
  part: AsyncIterable<Buffer>,
): Promise<number> {
  const copy: Writable = await tx`
    copy ${tx("public")}.${tx(name)} (${tx(columns)}) from stdin`.writable();
  let refused: unknown;
  copy.on("error", (error) => {
    refused ??= error;
  });
  let rows = 0;
  for await (const chunk of part) {
    if (refused) throw refused;
    for (const byte of chunk) if (byte === lineEnd) rows += 1;
    await new Promise<void>((resolve, reject) =>
      copy.write(chunk, (error) => (error ? reject(error) : resolve())),
    );
  }
  copy.end();
  // A refusal that comes after the last byte is told to nobody by the driver: the next question of the transaction is refused.
  await turn();
  await tx`select 1`;
  if (refused) throw refused;
  return rows;
}

type Settling = {
  tables: readonly BackupTable[];
  sequences: readonly SequenceState[];
  constraints: readonly Constraint[];
};

/** Counts what came in, makes the references again, which checks every one, and lets the sequences go on where they were. */
export async function settleTables(
  tx: TransactionSql,
  { tables, sequences, constraints }: Settling,
): Promise<void> {
  for (const { name, rows } of tables) {
    const [count] = await tx<{ rows: number }[]>`
      select count(*)::float8 as rows from ${tx("public")}.${tx(name)}`;
    if (count?.rows !== rows) throw new UnusableBackup(`${name} has ${count?.rows} rows of ${rows}`);
  }
  // Its definition is PostgreSQL's own writing of the reference that stood there.
  for (const { table, name, definition } of constraints)
    await tx`alter table ${tx(table)} add constraint ${tx(name)} ${tx.unsafe(definition)}`;
  for (const { name } of await listTables(tx))
    await tx`alter table ${tx("public")}.${tx(name)} enable trigger user`;
  for (const { name, value, called } of sequences)
    await tx`select setval(${name}::regclass, ${value}::bigint, ${called})`;
}
