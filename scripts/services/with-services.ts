import { setTimeout as sleep } from "node:timers/promises";
import { closeApp } from "./close-app.ts";
import { openDataFolder } from "./data-folder.ts";
import { claimInstance, type InstanceRecord, type ServiceAddresses } from "./instance-record.ts";
import type { Say } from "./log.ts";
import { closeServices, openServices } from "./open-services.ts";
import { prepareServices } from "./prepare-services.ts";
import { readSettings } from "./settings.ts";

const WAIT_MS = 120_000;

/**
 * Runs a command-line tool's work on the configured database and search engine, else on those of the instance
 * running in the data folder, else on its own, stopped afterwards. The application's settings are then in the
 * environment: import `#app` and `#db` modules inside `work`, not before.
 */
export async function withServices<T>(
  work: (services: ServiceAddresses) => Promise<T>,
  log: Say = (line) => console.error(line),
): Promise<T> {
  const settings = readSettings();
  const isConfigured = settings.DATABASE_URL && (settings.MEILISEARCH_URL || settings.MEILISEARCH === "off");
  const dataFolder = openDataFolder();
  if (isConfigured) {
    const services = await openServices({ dataFolder, settings, log });
    return await workWith(services.addresses, work);
  }

  const claimed = await claimOrFind(dataFolder, log);
  if ("services" in claimed) {
    // What is configured goes before what the running instance uses.
    const { DATABASE_URL: appUrl, MIGRATION_DATABASE_URL: ownerUrl = appUrl } = settings;
    const configured = appUrl && ownerUrl ? { appUrl, ownerUrl, embedded: false } : {};
    return await workWith({ ...claimed.services, ...configured }, work);
  }
  try {
    const services = await openServices({ dataFolder, settings, log });
    try {
      await prepareServices(services.addresses, () => {});
      claimed.claim.update({ services: services.addresses });
      return await workWith(services.addresses, work);
    } finally {
      await closeServices(services);
    }
  } finally {
    claimed.claim.release();
  }
}

async function workWith<T>(
  services: ServiceAddresses,
  work: (services: ServiceAddresses) => Promise<T>,
): Promise<T> {
  process.env.DATABASE_URL = services.appUrl;
  if (services.meilisearchUrl) process.env.MEILISEARCH_URL = services.meilisearchUrl;
  else process.env.MEILISEARCH = "off";
  delete process.env.MEILISEARCH_MASTER_KEY;
  try {
    return await work(services);
  } finally {
    await closeApp();
  }
}

type Claimed = Extract<Awaited<ReturnType<typeof claimInstance>>, { claim: unknown }>;

/** A running instance lends its services once they are up; another tool's are waited for until it is done. */
async function claimOrFind(dataFolder: string, log: Say): Promise<Claimed | { services: ServiceAddresses }> {
  const deadline = Date.now() + WAIT_MS;
  let holder: InstanceRecord | undefined;
  while (Date.now() < deadline) {
    const result = await claimInstance(dataFolder, "command");
    if ("claim" in result) return result;
    if (result.holder.purpose === "start" && result.holder.services)
      return { services: result.holder.services };
    if (!holder) log(`Waiting for process ${result.holder.pid}, which is using ${dataFolder}.`);
    holder = result.holder;
    await sleep(200);
  }
  throw new Error(
    `Process ${holder?.pid} has been using ${dataFolder} for two minutes: try again when it is done.`,
  );
}
