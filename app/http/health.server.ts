import { type Request, type Response, Router } from "express";
import { type BackupReadiness, type IndexingState, readiness, type SearchState } from "./readiness.server.ts";

type Options = {
  isDraining: () => boolean;
  searchState: () => Promise<SearchState>;
  indexingState: () => Promise<IndexingState>;
  backupState: () => Promise<BackupReadiness>;
};

/**
 * `/health` says that the process is alive and asks nobody, so that an outage elsewhere causes no restarts;
 * `/health/ready` says whether to send it work. Search and the last backup are reported but never take the site out of service.
 */
export function health({ isDraining, ...parts }: Options): Router {
  const router = Router({ strict: true, caseSensitive: true });
  router.get("/health", (_req: Request, res: Response) => void res.json({ status: "ok" }));
  router.get("/health/ready", async (_req: Request, res: Response) => {
    if (isDraining()) return void res.status(503).json({ status: "draining" });
    const state = await readiness(parts);
    const ready = state.database === "ok";
    res.status(ready ? 200 : 503).json({ status: ready ? "ready" : "not-ready", ...state });
  });
  return router;
}
