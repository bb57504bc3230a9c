import { startEmbeddedDatabase } from "./embedded-database.ts";
import { everything } from "./everything.ts";
import type { ServiceAddresses } from "./instance-record.ts";
import type { Say } from "./log.ts";
import { startSearchEngine } from "./search-engine.ts";
import { readOrMakeSecrets } from "./secrets.ts";
import type { OperatorSettings } from "./settings.ts";

type Running = { exited: Promise<string>; stop(): Promise<void> };

/** A part that this process runs itself, and how to start it again at the same address. */
export type OwnPart = { name: string; running: Running; start: () => Promise<Running> };

export type OpenServices = { addresses: ServiceAddresses; own: OwnPart[] };

type Opening = { dataFolder: string; settings: OperatorSettings; log: Say };

/** The parts as configured; those that are not configured are started here. All of them, or an error and none. */
export async function openServices(opening: Opening): Promise<OpenServices> {
  const own: OwnPart[] = [];
  try {
    const [database, engine] = await everything([openDatabase(opening, own), openSearchEngine(opening, own)]);
    return { addresses: { ...database, ...engine }, own };
  } catch (error) {
    await closeServices({ own });
    throw error;
  }
}

export async function closeServices({ own }: Pick<OpenServices, "own">): Promise<void> {
  await Promise.all(own.map(({ running }) => running.stop()));
}

async function openDatabase(
  { dataFolder, settings, log }: Opening,
  own: OwnPart[],
): Promise<Pick<ServiceAddresses, "ownerUrl" | "appUrl" | "embedded">> {
  if (settings.DATABASE_URL) {
    const ownerUrl = settings.MIGRATION_DATABASE_URL ?? settings.DATABASE_URL;
    return { ownerUrl, appUrl: settings.DATABASE_URL, embedded: false };
  }
  const running = await startEmbeddedDatabase({ dataFolder, durable: true, log });
  const { ownerUrl, appUrl, port } = running;
  const start = () => startEmbeddedDatabase({ dataFolder, durable: true, port, log });
  own.push({ name: "The database", running, start });
  return { ownerUrl, appUrl, embedded: true };
}

async function openSearchEngine(
  { dataFolder, settings, log }: Opening,
  own: OwnPart[],
): Promise<Pick<ServiceAddresses, "meilisearchUrl" | "masterKey">> {
  if (settings.MEILISEARCH === "off") return {};
  if (settings.MEILISEARCH_URL) {
    return { meilisearchUrl: settings.MEILISEARCH_URL, masterKey: settings.MEILISEARCH_MASTER_KEY };
  }
  const masterKey = readOrMakeSecrets(dataFolder).meilisearchMasterKey;
  const running = await startSearchEngine({ dataFolder, masterKey, log });
  if (!running) return {};
  const { url, port } = running;
  const start = async (): Promise<Running> => {
    const again = await startSearchEngine({ dataFolder, masterKey, port, log });
    if (!again) throw new Error("its program is no longer there");
    return again;
  };
  own.push({ name: "Meilisearch", running, start });
  return { meilisearchUrl: url, masterKey };
}
