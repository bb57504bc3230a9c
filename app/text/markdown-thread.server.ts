import { createRequire } from "node:module";
import { Worker } from "node:worker_threads";
import type { MarkdownResult } from "./markdown-to-html.server.ts";
import type { MarkdownAnswer, MarkdownJob } from "./markdown-worker.server.ts";

const TIME_BOX_MS = 250;
// On a busy machine the thread may not get to run: its box is measured in its own work, up to this much by the clock.
const CLOCK_LIMIT_MS = 2_000;
const START_LIMIT_MS = 10_000;
const MEMORY_LIMIT_MB = 96;

/** A thread that renders one text at a time. It keeps the process alive only while somebody waits for it. */
export type MarkdownThread = {
  /** False when it could not be started. */
  ready: Promise<boolean>;
  /** Undefined when the text broke the renderer or outlasted the time box; in the latter case the thread has ended. */
  render: (job: MarkdownJob) => Promise<MarkdownResult | undefined>;
  hasEnded: () => boolean;
};

// Resolved through package.json's imports: the same path from here and from the bundle in build/server, so that the
// thread always runs the source, which Node strips of its types.
const require = createRequire(import.meta.url);

export function startMarkdownThread(): MarkdownThread {
  const worker = new Worker(require.resolve("#app/text/markdown-worker.server.ts"), {
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_LIMIT_MB },
  });
  let ended = false;
  let cpuBefore = 0;
  let settle: ((answer: MarkdownAnswer | undefined) => void) | undefined;

  function end(): void {
    ended = true;
    settle?.(undefined);
    void worker.terminate();
  }
  worker.on("message", (answer: MarkdownAnswer) => settle?.(answer));
  worker.on("error", end);
  worker.on("exit", end);

  async function nextAnswer(limit: number): Promise<MarkdownAnswer | undefined> {
    const timer = setTimeout(end, limit);
    worker.ref();
    const answer = await new Promise<MarkdownAnswer | undefined>((resolve) => {
      settle = resolve;
    });
    settle = undefined;
    clearTimeout(timer);
    worker.unref();
    if (answer) cpuBefore = answer.cpu;
    return answer;
  }

  async function endWhenOutOfTime(stillWaiting: () => boolean, elapsed: number): Promise<void> {
    await later(TIME_BOX_MS - elapsed);
    if (!stillWaiting()) return;
    const used = await workDone(worker, cpuBefore);
    if (!stillWaiting()) return;
    if (used >= TIME_BOX_MS - 25) end();
    else await endWhenOutOfTime(stillWaiting, used);
  }

  return {
    ready: nextAnswer(START_LIMIT_MS).then((answer) => answer !== undefined),
    async render(job) {
      if (ended) return undefined;
      let waiting = true;
      worker.postMessage(job);
      void endWhenOutOfTime(() => waiting && !ended, 0);
      const answer = await nextAnswer(CLOCK_LIMIT_MS);
      waiting = false;
      return answer?.result;
    },
    hasEnded: () => ended,
  };
}

/** Milliseconds the thread has worked since; where Node cannot tell (before 24.6), time by the clock must do. */
async function workDone(worker: Worker, cpuBefore: number): Promise<number> {
  if (cpuBefore === 0 || typeof worker.cpuUsage !== "function") return TIME_BOX_MS;
  const now = await worker.cpuUsage().catch(() => undefined);
  return now ? (now.user + now.system - cpuBefore) / 1_000 : TIME_BOX_MS;
}

/** Waits, and then lets answers that have already arrived be read: our own thread may have been the slow one. */
function later(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(() => setImmediate(resolve), milliseconds).unref());
}
