import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { afterAll, beforeAll } from "vitest";
import type { Person } from "#app/people/person.ts";
import { type Client, clientOf } from "./client.ts";
import { type TestDatabase, useDatabase } from "./database.ts";
import { useFilesFolder } from "./files-folder.ts";
import { type TestSearchIndex, useSearchIndex } from "./search-engine.ts";

type Given = { worker?: boolean; search?: boolean; settings?: Record<string, string> };

export type TestApp = {
  /** `http://127.0.0.1:PORT` */
  origin: string;
  database: TestDatabase;
  index?: TestSearchIndex;
  /** A browser without script: signed in as this person, or as nobody. */
  as(person?: Person): Promise<Client>;
};

/** A test asks and posts in a second what a person does in an hour: the limits are for the tests about them. */
const nobodyWaits = {
  REQUESTS_PER_MINUTE: "1000000",
  WRITES_PER_MINUTE: "1000000",
  SEARCHES_PER_MINUTE: "1000000",
  KEYSTROKES_PER_SECOND: "1000000",
};

const build = new URL("../../build/server/index.js", import.meta.url).pathname;

/**
 * The whole application for one test file, as built: a database and an index of its own, the web server and, unless
 * told otherwise, the worker. Call it once at the top of the file.
 */
export function useApp({ worker = true, search = true, settings = {} }: Given = {}): TestApp {
  const database = useDatabase();
  useFilesFolder();
  const index = search ? useSearchIndex(database) : undefined;
  const app: TestApp = {
    origin: "",
    database,
    index,
    as: (person) => clientOf({ origin: app.origin, person }),
  };
  const stops: (() => Promise<void>)[] = [];
  Object.assign(process.env, nobodyWaits, {
    HOST: "127.0.0.1",
    PORT: "0",
    NODE_ENV: "production",
    ...settings,
  });

  beforeAll(async () => {
    if (!existsSync(build))
      throw new Error("These tests need the built application: run `npm run build` first.");
    const { startWebServer } = await import("#app/http/web-server.server.ts");
    const { searchState } = await import("#app/search/search-state.server.ts");
    const { indexingState } = await import("#app/search/indexing-state.server.ts");
    const { backupReadiness } = await import("#app/upkeep/backup-readiness.server.ts");
    const web = await startWebServer({
      build: importOutside(build),
      searchState,
      indexingState,
      backupState: backupReadiness,
    });
    app.origin = `http://127.0.0.1:${web.port}`;
    stops.push(web.stop);
    if (!worker) return;
    const { startWorker } = await import("#app/worker.server.ts");
    const running = await startWorker();
    stops.unshift(running.stop);
  });
  afterAll(async () => {
    for (const stop of stops) await stop();
  });
  return app;
}

/** The build is loaded by Node itself, as it is served, and not rewritten by the test runner. */
function importOutside(path: string): never {
  return createRequire(import.meta.url)(path) as never;
}
