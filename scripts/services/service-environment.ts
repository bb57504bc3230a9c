import { join } from "node:path";
import type { ServiceAddresses } from "./instance-record.ts";

/** What web and worker are given: their own roles' addresses, never the owner's nor the master key. */
export function serviceEnvironment(
  services: ServiceAddresses,
  { dev, dataFolder }: { dev: boolean; dataFolder: string },
): NodeJS.ProcessEnv {
  const {
    MIGRATION_DATABASE_URL: _owner,
    MEILISEARCH_MASTER_KEY: _master,
    CORRIDOR_DEMO: _demo,
    ...ours
  } = process.env;
  return {
    ...ours,
    FILES_DIR: ours.FILES_DIR || join(dataFolder, "files"),
    NODE_ENV: dev ? "development" : "production",
    DATABASE_URL: services.appUrl,
    MEILISEARCH: services.meilisearchUrl ? "on" : "off",
    MEILISEARCH_URL: services.meilisearchUrl ?? "",
  };
}
