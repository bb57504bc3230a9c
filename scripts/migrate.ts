import { prepareServices } from "./services/prepare-services.ts";
import { runCommand } from "./services/run-command.ts";
import { withServices } from "./services/with-services.ts";

await runCommand(() =>
  withServices(async (services) => {
    await prepareServices(services, console.log);
    if (services.meilisearchUrl && !services.masterKey) {
      console.log("MEILISEARCH_MASTER_KEY is not set: the search engine's keys stay as they are.");
    }
  }),
);
