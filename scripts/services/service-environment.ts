import type { ServiceAddresses } from "./instance-record.ts";

/** What web and worker are given: their own roles' addresses, never the owner's nor the master key. */
export function serviceEnvironment(services: ServiceAddresses, dev: boolean): NodeJS.ProcessEnv {
  const {
    MIGRATION_DATABASE_URL: _owner,
    MEILISEARCH_MASTER_KEY: _master,
    CORRIDOR_DEMO: _demo,
    ...ours
  } = process.env;
  return {
    ...ours,
    NODE_ENV: dev ? "development" : "production",
    DATABASE_URL: services.appUrl,
    MEILISEARCH: services.meilisearchUrl ? "on" : "off",
    MEILISEARCH_URL: services.meilisearchUrl ?? "",
  };
}
