import type { EnqueuedTask, Meilisearch } from "meilisearch";

const patience = { timeout: 10 * 60_000, interval: 20 } as const;

/** Waits until the engine has done it. Throws when it could not; deleting what is not there counts as done. */
export async function finishTask(client: Meilisearch, task: EnqueuedTask): Promise<void> {
  const done = await client.tasks.waitForTask(task, patience);
  const wasNotThere = done.error?.code === "index_not_found" && done.type === "indexDeletion";
  if (done.status !== "succeeded" && !wasNotThere) {
    throw new Error(`the search engine failed at ${done.type}: ${done.error?.code ?? done.status}`);
  }
}
