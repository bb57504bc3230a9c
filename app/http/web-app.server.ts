import compression from "compression";
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from "express";
import { isDatabaseUnavailable } from "#db/errors.server.ts";
import { env } from "../env.server.ts";
import { log } from "../log.server.ts";
import { addressGuard, methodGuard } from "./address-guard.server.ts";
import { answerWithRemix, type Build } from "./answer-with-remix.server.ts";
import { apiKeyGuard } from "./api-key-guard.server.ts";
import { bodyLimit } from "./body-limit.server.ts";
import { health } from "./health.server.ts";
import { hostGuard } from "./host-guard.server.ts";
import { factsOf, identifyRequest } from "./identify-request.server.ts";
import type { Limits } from "./limits.server.ts";
import { loadGuard } from "./load-guard.server.ts";
import type { BackupReadiness, IndexingState, SearchState } from "./readiness.server.ts";
import { securityHeaders } from "./security-headers.server.ts";
import { sendProblem } from "./send-problem.server.ts";
import type { Site } from "./site.server.ts";
import { writeGuard } from "./write-guard.server.ts";

export type WebAppParts = {
  site: Site;
  build: Build;
  /** The build's files, or Vite's in development. */
  files: readonly RequestHandler[];
  dev: boolean;
  limits: Limits;
  isDraining: () => boolean;
  searchState: () => Promise<SearchState>;
  indexingState: () => Promise<IndexingState>;
  backupState: () => Promise<BackupReadiness>;
};

/** What every request walks through, in this order; whoever answers ends the walk. */
export function webApp(parts: WebAppParts): Express {
  const { site, build, files, dev, limits, isDraining, searchState, indexingState, backupState } = parts;
  const app = express();
  app.disable("x-powered-by");
  app.disable("etag");
  app.use(identifyRequest(site));
  app.use(securityHeaders({ site, dev }));
  app.use(hangUpWhenDraining(isDraining));
  app.use(addressGuard(limits));
  // Before the host guard: load balancers ask by address.
  app.use(health({ isDraining, searchState, indexingState, backupState }));
  app.use(hostGuard(site));
  for (const handler of files) app.use(handler);
  app.use(writeGuard());
  app.use(methodGuard());
  app.use(apiKeyGuard());
  app.use(bodyLimit(limits));
  app.use(loadGuard({ mostInFlight: env().DATABASE_POOL * limits.inFlightPerConnection, ...limits }));
  app.use(compression());
  app.use(answerWithRemix(build, dev ? "development" : "production"));
  app.use(lastResort);
  return app;
}

function hangUpWhenDraining(isDraining: () => boolean): RequestHandler {
  return (_req, res, next) => {
    if (isDraining()) res.setHeader("Connection", "close");
    next();
  };
}

const lastResort: ErrorRequestHandler = (error, req, res, _next) => {
  log().error({ reference: factsOf(res).reference, err: error }, "a request failed");
  if (res.headersSent) return void res.destroy();
  sendProblem(req, res, isDatabaseUnavailable(error) ? 503 : 500);
};
