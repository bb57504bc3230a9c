import { type MarkdownThread, startMarkdownThread } from "./markdown-thread.server.ts";
import type { MarkdownResult } from "./markdown-to-html.server.ts";
import type { MarkdownJob } from "./markdown-worker.server.ts";

type Waiting = { job: MarkdownJob; since: number; resolve: (result: MarkdownResult | undefined) => void };

const POOL_SIZE = 2;
const WAIT_LIMIT_MS = 10_000;

const queue: Waiting[] = [];
const threads = new Set<MarkdownThread>();
const idle: MarkdownThread[] = [];

/** Renders in one of two threads; undefined when the text took too long or broke the renderer. */
export function renderInWorker(job: MarkdownJob): Promise<MarkdownResult | undefined> {
  return new Promise((resolve) => {
    queue.push({ job, since: Date.now(), resolve });
    const thread = takeIdle();
    if (thread) void serve(thread);
    else if (threads.size < POOL_SIZE) void hire();
  });
}

async function hire(): Promise<void> {
  const thread = tryToStart();
  if (thread) {
    threads.add(thread);
    if (await thread.ready) return await serve(thread);
    threads.delete(thread);
  }
  process.emitWarning("The Markdown worker did not start: texts are kept as plain paragraphs.");
  if (threads.size === 0) for (const { resolve } of queue.splice(0)) resolve(undefined);
}

function tryToStart(): MarkdownThread | undefined {
  try {
    return startMarkdownThread();
  } catch {
    return undefined;
  }
}

async function serve(thread: MarkdownThread): Promise<void> {
  for (let next = queue.shift(); next; next = queue.shift()) {
    const late = Date.now() - next.since > WAIT_LIMIT_MS;
    next.resolve(late ? undefined : await thread.render(next.job));
    if (thread.hasEnded()) {
      threads.delete(thread);
      return await hire();
    }
  }
  idle.push(thread);
}

function takeIdle(): MarkdownThread | undefined {
  for (let thread = idle.pop(); thread; thread = idle.pop()) {
    if (!thread.hasEnded()) return thread;
    threads.delete(thread);
  }
  return undefined;
}
