import { timePassed } from "#app/events/time-passed.ts";
import { log } from "#app/log.server.ts";
import { isDatabaseUnavailable } from "#db/errors.server.ts";
import { ensureIndex, type IndexHealth } from "./ensure-index.server.ts";
import { indexUnconfirmed } from "./index-unconfirmed.server.ts";
import { reconcileIndex } from "./reconcile-index.server.ts";
import { forgetSearchKeys } from "./search-keys.server.ts";

const milliseconds = {
  ...{ sweep: 2_000, settle: 5_000, reconcile: 24 * 60 * 60_000 },
  // A worker that is started anew every night would otherwise never come to it.
  firstReconcile: 10 * 60_000,
} as const;
// Younger changes have jobs of their own.
const leftBehindSeconds = 3;

/**
 * Keeps the index whole while this process lives: makes or rebuilds it, brings in what no job brought in, and compares
 * it with PostgreSQL soon after its start, once a day and after every trouble of the engine's.
 */
export function keepIndex(): { stop(): Promise<void> } {
  let stopping = false;
  let timer: NodeJS.Timeout | undefined;
  let health: IndexHealth | undefined;
  let reconcileAt = timePassed() + milliseconds.firstReconcile;
  let sweeping = sweep();

  /** A rebuild may take minutes: whoever comes next begins it anew. */
  function stopWithUs(): void {
    if (stopping) throw new Error("the worker is stopping");
  }

  async function sweep(): Promise<void> {
    try {
      const before = health;
      health = await ensureIndex({ onProgress: stopWithUs });
      if (health !== before) log().info({ health }, "the search index");
      if (health === "key-refused") forgetSearchKeys();
      const isWell = health === "ok" || health === "rebuilt";
      if (!isWell) {
        // What was sent before the trouble may still arrive late: compare when the engine has settled.
        reconcileAt = timePassed() + milliseconds.settle;
      } else {
        await indexUnconfirmed({ olderThanSeconds: leftBehindSeconds });
        if (timePassed() >= reconcileAt) {
          reconcileAt = timePassed() + milliseconds.reconcile;
          await reconcileIndex();
        }
      }
    } catch (error) {
      if (stopping) return;
      if (isDatabaseUnavailable(error)) log().warn("the search index waits for the database");
      else log().error({ err: error }, "the search index could not be kept up");
    }
    if (!stopping) {
      timer = setTimeout(() => {
        sweeping = sweep();
      }, milliseconds.sweep);
    }
  }

  return {
    async stop() {
      stopping = true;
      clearTimeout(timer);
      await sweeping;
    },
  };
}
