import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { closeApp } from "../services/close-app.ts";
import { startEmbeddedDatabase } from "../services/embedded-database.ts";
import { everything } from "../services/everything.ts";
import type { ServiceAddresses } from "../services/instance-record.ts";
import type { Say } from "../services/log.ts";
import { prepareServices } from "../services/prepare-services.ts";
import { startSearchEngine } from "../services/search-engine.ts";
import { readOrMakeSecrets } from "../services/secrets.ts";

export type OpenLibrary = { addresses: ServiceAddresses; folder: string; close(): Promise<void> };

/** An empty, migrated library on services of its own in a temporary folder, as durable as in production. */
export async function openLibrary(log: Say): Promise<OpenLibrary> {
  const folder = mkdtempSync(join(tmpdir(), "corridor-bench-"));
  // The database may run as another user, who has to pass through.
  chmodSync(folder, 0o711);
  const running: { stop(): Promise<void> }[] = [];
  const keep = <Service extends { stop(): Promise<void> } | undefined>(service: Service): Service => {
    if (service) running.push(service);
    return service;
  };
  const close = async (): Promise<void> => {
    await closeApp();
    await Promise.all(running.map((service) => service.stop()));
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  try {
    const masterKey = readOrMakeSecrets(folder).meilisearchMasterKey;
    const [database, engine] = await everything([
      startEmbeddedDatabase({ dataFolder: folder, durable: true, log }).then(keep),
      startSearchEngine({ dataFolder: folder, masterKey, log }).then(keep),
    ]);
    if (!engine) throw new Error("There is no Meilisearch here: set MEILISEARCH_BIN.");
    const { ownerUrl, appUrl } = database;
    const addresses = { ownerUrl, appUrl, meilisearchUrl: engine.url, masterKey, embedded: true };
    // Before any module of the application reads them.
    Object.assign(process.env, { DATABASE_URL: appUrl, MEILISEARCH: "on", MEILISEARCH_URL: engine.url });
    await prepareServices(addresses, () => {});
    return { addresses, folder, close };
  } catch (error) {
    await close();
    throw error;
  }
}
