import { fillPlaceholders, type SQL } from "drizzle-orm";
import { PgDialect } from "drizzle-orm/pg-core";
import { planned, pool, type Tx } from "./client.server.ts";

const dialect = new PgDialect({ casing: "snake_case" });

/** A statement as PostgreSQL gets it: its text, and for each `$1` a value or the placeholder of one. */
export type Statement = { text: string; params: unknown[] };

export function asStatement(statement: SQL): Statement {
  const { sql: text, params } = dialect.sqlToQuery(statement);
  return { text, params };
}

/**
 * Runs a statement that PostgreSQL parses once a connection, and plans as it sees fit. Lists must be one parameter each
 * (`any`), so that the statement's text stays the same.
 */
export function preparedRows<Row extends object>(statement: SQL): Promise<Row[]> {
  const { text, params } = asStatement(statement);
  return pool().unsafe<Row[]>(text, params as never[], { prepare: true });
}

/**
 * The same for a statement that is always the same: we make its text and PostgreSQL its plan once only. What differs
 * from one run to the next is a `sql.placeholder`, given its value by name.
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

/** Runs it in the transaction given, else by itself and with a plan made once. */
export async function runPrepared<Row extends object>(
  { text, params }: Statement,
  { values = {}, tx }: { values?: Record<string, unknown>; tx?: Tx } = {},
): Promise<Row[]> {
  const filled = fillPlaceholders(params, values);
  if (!tx) return planned().sql.unsafe<Row[]>(text, filled as never[], { prepare: true });
  const query = tx._.session.prepareQuery({ sql: text, params: filled }, undefined, "prepared", false);
  return (await query.execute()) as Row[];
}
