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
    await runOnServer(`drop database if exists ${name} with (force)`);
  });
  return database;
}

const patience = { tries: 5, objectInUse: "55006" } as const;

/**
 * Copied as files: by way of the journal, as is usual, it costs four times as much. PostgreSQL waits five seconds for
 * whoever is still in the template, a vacuum or the last connection of its migration, and is then asked again.
 */
export async function cloneDatabase({ name, template }: { name: string; template: string }): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await runOnServer(
        `create database ${name} template ${template} strategy file_copy owner corridor_owner`,
      );
    } catch (error) {
      const isInUse = error instanceof postgres.PostgresError && error.code === patience.objectInUse;
      if (!isInUse || tries === patience.tries) throw error;
    }
  }
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
