import { startEmbeddedDatabase } from "./embedded-database.ts";
import type { ServiceAddresses } from "./instance-record.ts";
import type { Say } from "./log.ts";
import { startSearchEngine } from "./search-engine.ts";
import { readOrMakeSecrets } from "./secrets.ts";
import type { OperatorSettings } from "./settings.ts";

type Running = { port: number; exited: Promise<string>; stop(): Promise<void> };

export type OpenServices = {
  addresses: ServiceAddresses;
  /** The parts this process runs itself. */
  own: { database?: Running; searchEngine?: Running };
};

type Opening = { dataFolder: string; settings: OperatorSettings; log: Say };

/** The parts as configured; those that are not configured are started here. All of them, or an error and none. */
export async function openServices(opening: Opening): Promise<OpenServices> {
  const [database, engine] = await Promise.allSettled([openDatabase(opening), openSearchEngine(opening)]);
  if (database.status === "rejected" || engine.status === "rejected") {
    if (database.status === "fulfilled") await database.value.own?.stop();
    if (engine.status === "fulfilled") await engine.value.own?.stop();
    throw database.status === "rejected" ? database.reason : (engine as PromiseRejectedResult).reason;
  }
  return {
    addresses: { ...database.value.addresses, ...engine.value.addresses },
    own: { database: database.value.own, searchEngine: engine.value.own },
  };
}

/** Stops what this process runs itself: the search engine, then the database. */
export async function closeServices({ own }: OpenServices): Promise<void> {
  await own.searchEngine?.stop();
  await own.database?.stop();
}

type DatabaseAddresses = Pick<ServiceAddresses, "ownerUrl" | "appUrl" | "embedded">;

async function openDatabase({ dataFolder, settings, log }: Opening): Promise<{
  addresses: DatabaseAddresses;
  own?: Running;
}> {
  if (settings.DATABASE_URL) {
    const ownerUrl = settings.MIGRATION_DATABASE_URL ?? settings.DATABASE_URL;
    return { addresses: { ownerUrl, appUrl: settings.DATABASE_URL, embedded: false } };
  }
  const own = await startEmbeddedDatabase({ dataFolder, durable: true, log });
  return { addresses: { ownerUrl: own.ownerUrl, appUrl: own.appUrl, embedded: true }, own };
}

async function openSearchEngine({ dataFolder, settings, log }: Opening): Promise<{
  addresses: Pick<ServiceAddresses, "meilisearchUrl" | "masterKey">;
  own?: Running;
}> {
  if (settings.MEILISEARCH === "off") return { addresses: {} };
  if (settings.MEILISEARCH_URL) {
    const { MEILISEARCH_URL: meilisearchUrl, MEILISEARCH_MASTER_KEY: masterKey } = settings;
    return { addresses: { meilisearchUrl, masterKey } };
  }
  const masterKey = readOrMakeSecrets(dataFolder).meilisearchMasterKey;
  const own = await startSearchEngine({ dataFolder, masterKey, log });
  return own ? { addresses: { meilisearchUrl: own.url, masterKey }, own } : { addresses: {} };
}
