import type { SQL } from "drizzle-orm";
import { PgDialect } from "drizzle-orm/pg-core";
import { pool } from "./client.server.ts";

const dialect = new PgDialect({ casing: "snake_case" });

/**
 * Runs a statement that PostgreSQL parses and plans once a connection, which for our hottest ones takes longer than
 * running them. Lists must be one parameter each (`any`), so that the statement's text stays the same.
 */
export async function preparedRows<Row extends object>(statement: SQL): Promise<Row[]> {
  const { sql: text, params } = dialect.sqlToQuery(statement);
  return pool().unsafe<Row[]>(text, params as never[], { prepare: true });
}
