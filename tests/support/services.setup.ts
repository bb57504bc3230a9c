import { chmodSync, rmSync } from "node:fs";
import { join } from "node:path";
import postgres from "postgres";
import type { TestProject } from "vitest/node";
import { migrateDatabase } from "#db/migrate.server.ts";
import { type EmbeddedDatabase, startEmbeddedDatabase } from "#scripts/services/embedded-database.ts";
import { type SearchEngine, startSearchEngine } from "#scripts/services/search-engine.ts";
import { inDatabase } from "./database-address.ts";
import { makeDrizzleInOnePiece } from "./drizzle-in-one-piece.ts";
import { makeServicesFolder } from "./services-folder.ts";

export const templateDatabase = "corridor_template";

declare module "vitest" {
  interface ProvidedContext {
    database: { superUrl: string; ownerUrl: string; appUrl: string };
    searchEngine: { url: string; masterKey: string } | null;
    /** The folder of Drizzle in one piece. */
    drizzle: string;
  }
}

/** Starts one PostgreSQL and one Meilisearch for the whole run, with a migrated database to clone. */
export default async function startServices(project: TestProject): Promise<() => Promise<void>> {
  const folder = makeServicesFolder();
  // The database may run as another user, who has to pass through.
  chmodSync(folder, 0o711);
  const dataFolder = join(folder, "data");
  const log = (line: string): void => console.log(line);
  const [database, engine] = await Promise.all([
    startEmbeddedDatabase({ dataFolder, durable: false, log }),
    startSearchEngine({ dataFolder, masterKey: "a-master-key-for-tests-only", log }),
    makeDrizzleInOnePiece(join(folder, "drizzle")),
  ]);
  await makeTemplate(database);
  const { superUrl, ownerUrl, appUrl } = database;
  project.provide("database", { superUrl, ownerUrl, appUrl });
  project.provide("searchEngine", engine ? { url: engine.url, masterKey: engine.masterKey } : null);
  project.provide("drizzle", join(folder, "drizzle"));
  return () => stopServices(folder, database, engine);
}

async function makeTemplate(database: EmbeddedDatabase): Promise<void> {
  const sql = postgres(database.superUrl, { max: 1, onnotice: () => {} });
  try {
    await sql.unsafe(`create database ${templateDatabase} owner corridor_owner`);
    const url = inDatabase(database.ownerUrl, templateDatabase);
    await migrateDatabase({ url, appUser: "corridor_app", log: () => {} });
    await sql.unsafe(`alter database ${templateDatabase} with is_template true allow_connections false`);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

async function stopServices(
  folder: string,
  database: EmbeddedDatabase,
  engine?: SearchEngine,
): Promise<void> {
  await Promise.all([database.stop(), engine?.stop()]);
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}
