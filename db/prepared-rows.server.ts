import { fillPlaceholders, type SQL } from "drizzle-orm";
import { PgDialect } from "drizzle-orm/pg-core";
import { pool, type Tx } from "./client.server.ts";

const dialect = new PgDialect({ casing: "snake_case" });

/** A statement as PostgreSQL gets it: its text, and for each `$1` a value or the placeholder of one. */
export type Statement = { text: string; params: unknown[] };

export function asStatement(statement: SQL): Statement {
  const { sql: text, params } = dialect.sqlToQuery(statement);
  return { text, params };
}

/**
 * Runs a statement that PostgreSQL parses and plans once a connection, which for our hottest ones takes longer than
 * running them. Lists must be one parameter each (`any`), so that the statement's text stays the same.
 */
export function preparedRows<Row extends object>(statement: SQL): Promise<Row[]> {
  return runPrepared(asStatement(statement));
}

/**
 * The same for a statement whose text we too make once only: what differs from one run to the next is a
 * `sql.placeholder`, given its value by name.
 */
export function preparedStatement<Row extends object>(
  make: () => SQL,
): (values: Record<string, unknown>) => Promise<Row[]> {
  let made: Statement | undefined;
  return (values) => {
    made ??= asStatement(make());
    return runPrepared(made, { values });
  };
}

/** Runs it in the transaction given, else by itself. */
export async function runPrepared<Row extends object>(
  { text, params }: Statement,
  { values = {}, tx }: { values?: Record<string, unknown>; tx?: Tx } = {},
): Promise<Row[]> {
  const filled = fillPlaceholders(params, values);
  if (!tx) return pool().unsafe<Row[]>(text, filled as never[], { prepare: true });
  const query = tx._.session.prepareQuery({ sql: text, params: filled }, undefined, "prepared", false);
  return (await query.execute()) as Row[];
}
