import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { closeDb } from "#db/client.server.ts";
import { env } from "../env.server.ts";
import { closeSender } from "../events/sender.server.ts";
import type { Build } from "./answer-with-remix.server.ts";
import { assets } from "./assets.server.ts";
import { answerBrokenRequest } from "./broken-request.server.ts";
import { startDevFiles } from "./dev-files.server.ts";
import { deviceFiles } from "./device-files.server.ts";
import { drain } from "./drain.server.ts";
import { type Limits, limits as ourLimits } from "./limits.server.ts";
import type { BackupReadiness, IndexingState, SearchState } from "./readiness.server.ts";
import { readSite } from "./site.server.ts";
import { webApp } from "./web-app.server.ts";

type WebServerOptions = {
  /** Remix's server build: `build/server/index.js`. Not needed in development. */
  build?: Build;
  /** Vite inside: hot reload, and the build made as it is asked for. */
  dev?: boolean;
  searchState?: () => Promise<SearchState>;
  indexingState?: () => Promise<IndexingState>;
  backupState?: () => Promise<BackupReadiness>;
  /** Folder of the browser's half of the build. */
  clientFolder?: string;
  limits?: Partial<Limits>;
};

export type WebServer = { port: number; stop: () => Promise<void> };

/** Listens on HOST and PORT until stopped; `stop` lets what is under way finish, then closes the database. */
export async function startWebServer(options: WebServerOptions): Promise<WebServer> {
  const { dev = false, searchState = async () => "off", clientFolder = "build/client" } = options;
  const { backupState = async () => ({ backup: "none", lastBackup: null }) } = options;
  const { indexingState = async () => "ok" as const } = options;
  const limits = { ...ourLimits, ...options.limits };
  const site = readSite();
  const server = createServer({
    maxHeaderSize: limits.headerBytes,
    headersTimeout: limits.receiveMs,
    // Bodies without files have less, see `bodyLimit`.
    requestTimeout: limits.uploadMs,
    connectionsCheckingInterval: Math.min(1_000, limits.receiveMs),
    // Longer than the minute for which proxies keep a connection, or they would meet a closed one.
    keepAliveTimeout: 65_000,
  });
  server.timeout = limits.stallMs;
  server.on("clientError", answerBrokenRequest);

  const devFiles = dev ? await startDevFiles(server) : undefined;
  const build = devFiles?.build ?? options.build;
  if (!build) throw new Error("There is no build to serve: run `npm run build` first");
  const files = devFiles ? [devFiles.files] : [assets(clientFolder), deviceFiles(clientFolder)];
  let draining = false;
  const parts = { site, build, files, dev, limits, searchState, indexingState, backupState };
  server.on("request", webApp({ ...parts, isDraining: () => draining }));

  const port = await listen(server);
  let stopped: Promise<void> | undefined;
  const stop = async () => {
    draining = true;
    // First: the connections it keeps open for hot reload would never fall idle.
    await devFiles?.close();
    await drain(server, limits.drainMs);
    await closeSender();
    await closeDb();
  };
  return {
    port,
    stop: () => {
      stopped ??= stop();
      return stopped;
    },
  };
}

async function listen(server: Server): Promise<number> {
  server.listen({ host: env().HOST, port: env().PORT });
  await once(server, "listening");
  return (server.address() as AddressInfo).port;
}
