import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { projectFolder } from "./services/data-folder.ts";
import { runService } from "./services/run-service.ts";

const dev = process.argv.includes("--dev");
// React decides by it, once, when it is first imported.
process.env.NODE_ENV ??= dev ? "development" : "production";

await runService(async () => {
  const { requireSetting } = await import("#app/env.server.ts");
  requireSetting("DATABASE_URL");
  const { startWebServer } = await import("#app/http/web-server.server.ts");
  const { searchState } = await import("#app/search/search-state.server.ts");
  return await startWebServer({ dev, build: dev ? undefined : await importBuild(), searchState });
});

async function importBuild() {
  const file = join(projectFolder, "build", "server", "index.js");
  if (!existsSync(file)) throw new Error("There is no build to serve: run `npm run build` first.");
  return await import(pathToFileURL(file).href);
}
