import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { afterAll, beforeAll, inject } from "vitest";
import { inDatabase } from "./database-address.ts";

export type TestDatabase = {
  name: string;
  /** As the application connects: rows, no tables. Also in DATABASE_URL. */
  url: string;
  /** As migrations connect. */
  ownerUrl: string;
  /** As the server's superuser connects: to end backends and set server settings. */
  superUrl: string;
};

/**
 * Gives this test file a migrated database of its own, cloned from the template, and drops it afterwards.
 * Call it once at the top of the file; `#db/client.server.ts` then works as in the application.
 */
export function useDatabase(): TestDatabase {
  const server = inject("database");
  const name = `test_${process.pid}_${randomBytes(4).toString("hex")}`;
  const database: TestDatabase = {
    name,
    url: inDatabase(server.appUrl, name),
    ownerUrl: inDatabase(server.ownerUrl, name),
    superUrl: inDatabase(server.superUrl, name),
  };
  process.env.DATABASE_URL = database.url;

  beforeAll(() => cloneDatabase({ name, template: "corridor_template" }));
  afterAll(async () => {
    const { closeDb } = await import("#db/client.server.ts");
    await closeDb();
    await dropDatabase(name);
  });
  return database;
}

/** Copied as files: by way of the journal, as is usual, it costs four times as much. */
export function cloneDatabase({ name, template }: { name: string; template: string }): Promise<void> {
  return onceFree(`create database ${name} template ${template} strategy file_copy owner corridor_owner`);
}

/** With whoever is still connected to it. */
export function dropDatabase(name: string): Promise<void> {
  return onceFree(`drop database if exists ${name} with (force)`);
}

const patience = { tries: 5, objectInUse: "55006" } as const;

/**
 * PostgreSQL waits five seconds for whoever is still in a database, a vacuum or the last connection of a migration, and
 * is then asked again.
 */
async function onceFree(statement: string): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await runOnServer(statement);
    } catch (error) {
      const isInUse = error instanceof postgres.PostgresError && error.code === patience.objectInUse;
      if (!isInUse || tries === patience.tries) throw error;
    }
  }
}

/** Ends every connection to a database, and is back when they have ended: none that was there before answers any more. */
export function endConnections(name: string): Promise<void> {
  return runOnServer(`select pg_terminate_backend(pid, 30000) from pg_stat_activity
    where datname = '${name}' and pid <> pg_backend_pid()`);
}

/** One statement as the server's superuser, or several, in a database of its own where they are about one. */
export async function runOnServer(statement: string, url = inject("database").superUrl): Promise<void> {
  const sql = postgres(url, { max: 1, fetch_types: false, onnotice: () => {} });
  try {
    await sql.unsafe(statement);
  } finally {
    await sql.end({ timeout: 5 });
  }
}
