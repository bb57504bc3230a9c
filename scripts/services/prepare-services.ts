import postgres from "postgres";
import type { ServiceAddresses } from "./instance-record.ts";
import type { Say } from "./log.ts";
import { describeError } from "./run-command.ts";

/** Brings the database to the current schema and makes the search engine's keys. Harmless when it was done before. */
export async function prepareServices(services: ServiceAddresses, log: Say): Promise<void> {
  const { ownerUrl, appUrl, meilisearchUrl, masterKey } = services;
  await requireDatabase(ownerUrl, ownerUrl === appUrl ? "DATABASE_URL" : "MIGRATION_DATABASE_URL");
  if (appUrl !== ownerUrl) await requireDatabase(appUrl, "DATABASE_URL");

  const { migrateDatabase } = await import("#db/migrate.server.ts");
  const appUser = decodeURIComponent(new URL(appUrl).username);
  const isOwner = appUser === decodeURIComponent(new URL(ownerUrl).username);
  try {
    await migrateDatabase({ url: ownerUrl, appUser: isOwner ? undefined : appUser, log });
  } catch (error) {
    throw new Error(`The database at ${place(ownerUrl)} could not be migrated: ${describeError(error)}`);
  }

  if (!meilisearchUrl || !masterKey) return;
  await requireSearchEngine(meilisearchUrl, masterKey);
  const { mintSearchKeys } = await import("#app/search/mint-search-keys.server.ts");
  await mintSearchKeys({ ownerUrl, engineUrl: meilisearchUrl, masterKey });
}

async function requireDatabase(url: string, setting: string): Promise<void> {
  const sql = postgres(url, { max: 1, fetch_types: false, connect_timeout: 5, onnotice: () => {} });
  try {
    await sql`select 1`;
  } catch (error) {
    throw new Error(`${setting}: the database at ${place(url)} cannot be used: ${describeError(error)}`);
  } finally {
    await sql.end({ timeout: 1 });
  }
}

async function requireSearchEngine(url: string, masterKey: string): Promise<void> {
  const headers = { authorization: `Bearer ${masterKey}`, "accept-encoding": "identity" };
  let status: number;
  try {
    const answer = await fetch(new URL("/keys?limit=1", url), { headers, signal: AbortSignal.timeout(5000) });
    await answer.arrayBuffer();
    status = answer.status;
  } catch (error) {
    throw new Error(`MEILISEARCH_URL: nothing answers at ${url}: ${describeError(error)}`);
  }
  if (status === 401 || status === 403) {
    throw new Error(`MEILISEARCH_MASTER_KEY: Meilisearch at ${url} refuses it, or was started without one`);
  }
  if (status !== 200)
    throw new Error(`MEILISEARCH_URL: ${url} does not answer as Meilisearch does (${status})`);
}

/** Where the database is, without the password. */
function place(url: string): string {
  const { host, pathname } = new URL(url);
  return `${host}${pathname}`;
}
