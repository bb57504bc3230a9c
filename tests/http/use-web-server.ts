import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import type { Limits } from "#app/http/limits.server.ts";
import type { SearchState } from "#app/http/readiness.server.ts";
import type { Ledger } from "./stand-in-routes.ts";

type Options = {
  settings?: Record<string, string>;
  limits?: Partial<Limits>;
  searchState?: () => Promise<SearchState>;
};

export type RunningServer = {
  /** `http://127.0.0.1:PORT`, wherever the site says it is. */
  address: string;
  port: number;
  ledger: Ledger;
  stop: () => Promise<void>;
};

/** The real web server in front of the stand-in's routes, for one test file. Call it once at the top. */
export function useWebServer({ settings = {}, ...options }: Options = {}): RunningServer {
  const open = Promise.resolve();
  const ledger: Ledger = { actions: 0, bytes: 0, gate: open, atGate: 0, partGate: open };
  const running = { ledger } as RunningServer;
  const clientFolder = mkdtempSync(join(tmpdir(), "corridor-client-"));
  Object.assign(process.env, { HOST: "127.0.0.1", PORT: "0", ...settings });

  beforeAll(async () => {
    mkdirSync(join(clientFolder, "assets"));
    writeFileSync(join(clientFolder, "assets", "app-1a2b.js"), "console.log('hello');".repeat(200));
    writeFileSync(join(clientFolder, "assets", "large-3c4d.woff2"), Buffer.alloc(32 * 1024 * 1024, 7));
    writeFileSync(join(clientFolder, "outside.js"), "not for anybody");
    const [{ startWebServer }, { standInBuild }] = await Promise.all([
      import("#app/http/web-server.server.ts"),
      import("./stand-in-build.tsx"),
    ]);
    const build = standInBuild(running.ledger);
    const { port, stop } = await startWebServer({ build, clientFolder, ...options });
    Object.assign(running, { port, stop, address: `http://127.0.0.1:${port}` });
  });
  afterAll(async () => {
    await running.stop?.();
    rmSync(clientFolder, { recursive: true, force: true });
  });
  return running;
}
