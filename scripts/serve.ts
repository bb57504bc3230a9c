import { setTimeout as sleep } from "node:timers/promises";
import { takeMemoryHabits } from "./services/memory-habits.ts";
import { runService } from "./services/run-service.ts";
import { tidyWhenQuiet } from "./services/tidy-when-quiet.ts";

/** After which it listens whether warm or not. */
const longestWarmingMs = 400;

const dev = process.argv.includes("--dev");
if (!dev) {
  takeMemoryHabits("serve");
  tidyWhenQuiet();
}
// React decides by it, once, when it is first imported.
process.env.NODE_ENV ??= dev ? "development" : "production";

await runService(async () => {
  const { requireSetting } = await import("#app/env.server.ts");
  requireSetting("DATABASE_URL");
  const { startWebServer } = await import("#app/http/web-server.server.ts");
  const { searchState } = await import("#app/search/search-state.server.ts");
  const { indexingState } = await import("#app/search/indexing-state.server.ts");
  const { backupReadiness } = await import("#app/upkeep/backup-readiness.server.ts");
  const build = dev ? undefined : await importBuild();
  // Before it listens, so that nobody asks meanwhile whom a stop would cut off; and not long where something is slow or away.
  await Promise.race([build?.entry.module.warmUp(), sleep(longestWarmingMs)]);
  return await startWebServer({ dev, build, searchState, indexingState, backupState: backupReadiness });
});

/** Remix's half of the build, which becomes a part of this one: see bundle.ts. */
async function importBuild() {
  // @ts-expect-error: there is nothing to check before the first build.
  return await import("../build/server/index.js");
}
