// Runs in a worker thread (markdown-thread.server.ts starts it): one text in, one answer out.
import { parentPort } from "node:worker_threads";
import { type MarkdownOptions, type MarkdownResult, markdownToHtml } from "./markdown-to-html.server.ts";

export type MarkdownJob = { source: string; options: MarkdownOptions };
/** `cpu` is the thread's processor time so far, in microseconds. The first answer, to nothing, says that it is ready. */
export type MarkdownAnswer = { result?: MarkdownResult; cpu: number };

function answer(result?: MarkdownResult): void {
  const used = process.threadCpuUsage?.();
  parentPort?.postMessage({ result, cpu: used ? used.user + used.system : 0 } satisfies MarkdownAnswer);
}

parentPort?.on("message", ({ source, options }: MarkdownJob) => {
  try {
    answer(markdownToHtml(source, options));
  } catch {
    answer();
  }
});
answer();
