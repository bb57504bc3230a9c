import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import { findFreePort } from "#scripts/services/ports.ts";
import { type SearchEngine, startSearchEngine } from "#scripts/services/search-engine.ts";
import type { TestDatabase } from "#tests/support/database.ts";
import { startSlowProxy } from "#tests/support/slow-proxy.ts";

const masterKey = "a-master-key-for-fault-tests";

export type OwnEngine = {
  /** Starts it (again), on the same address, with its keys minted unless told otherwise. */
  start(options?: { masterKey?: string; mint?: boolean }): Promise<void>;
  /** Ends it without warning. */
  kill(): Promise<void>;
  /** Stops and wakes its process: it hangs, with its connections open. */
  hang(): void;
  wake(): void;
  /** Takes its data away; it must not be running. */
  empty(): void;
  mint(): Promise<void>;
  /** Holds back its answers by so many milliseconds; only when asked for `slow`. */
  delay(milliseconds: number): void;
  /** Where its data is. */
  folder: string;
};

type Wanted = {
  /** Puts a proxy before it that can hold answers back. */
  slow?: boolean;
  /** Keeps its data on a disk of its own of so many megabytes; only root can. */
  diskMegabytes?: number;
};

function asRoot(program: "mount" | "umount", args: readonly string[]): void {
  execFileSync(program, args);
}

/** A search engine of this test file's own, to be mistreated. Call it once at the top, after `useDatabase()`. */
export async function useOwnEngine(
  database: TestDatabase,
  { slow = false, diskMegabytes }: Wanted = {},
): Promise<OwnEngine> {
  const folder = mkdtempSync(join(tmpdir(), "corridor-engine-"));
  // Below the ports the system gives away: nobody takes it while the engine is away.
  const outer = await findFreePort(20_000 + ((process.pid * 37) % 10_000));
  const port = slow ? await findFreePort(outer + 1) : outer;
  if (diskMegabytes !== undefined) {
    asRoot("mount", ["-t", "tmpfs", "-o", `size=${diskMegabytes}m`, "tmpfs", folder]);
  }
  const proxy = slow ? await startSlowProxy({ port: outer, to: () => port }) : undefined;
  const url = `http://127.0.0.1:${outer}`;
  process.env.MEILISEARCH_URL = url;
  process.env.MEILISEARCH_INDEX_PREFIX = "faults";
  let running: SearchEngine | undefined;
  let key = masterKey;

  const engine: OwnEngine = {
    folder,
    delay: (milliseconds) => proxy?.delay(milliseconds),
    async start(options = {}) {
      if (running) throw new Error("it is running already");
      key = options.masterKey ?? key;
      running = await startSearchEngine({ dataFolder: folder, masterKey: key, port, log: () => {} });
      if (running?.port !== port) throw new Error("the engine could not have its address again");
      if (options.mint ?? true) await engine.mint();
    },
    async kill() {
      if (!running) return;
      process.kill(running.pid, "SIGKILL");
      await running.exited;
      running = undefined;
    },
    hang: () => running && process.kill(running.pid, "SIGSTOP"),
    wake: () => running && process.kill(running.pid, "SIGCONT"),
    empty: () => rmSync(join(folder, "meilisearch"), { recursive: true }),
    async mint() {
      const { mintSearchKeys } = await import("#app/search/mint-search-keys.server.ts");
      await mintSearchKeys({ ownerUrl: database.ownerUrl, engineUrl: url, masterKey: key });
    },
  };
  beforeAll(() => engine.start());
  afterAll(async () => {
    engine.wake();
    await engine.kill();
    proxy?.stop();
    if (diskMegabytes !== undefined) asRoot("umount", ["-l", folder]);
    rmSync(folder, { recursive: true, force: true });
  });
  return engine;
}
