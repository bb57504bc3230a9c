import { setTimeout as sleep } from "node:timers/promises";
import { db, type Tx } from "./client.server.ts";
import { isRetryable } from "./errors.server.ts";

const tries = 3;

/** Runs `work` in one transaction, again from the start (three times at most) after a deadlock or a serialisation failure. */
export function runTransaction<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
  return againAfterDeadlock(() => db.transaction(work));
}

/** Runs `work`, which is done whole or not at all, again (three times at most) after a deadlock or a serialisation failure. */
export async function againAfterDeadlock<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt === tries || !isRetryable(error)) throw error;
      // Whoever was waited for goes first: begun again at once, both would meet in the same place.
      await sleep((0.25 + Math.random()) * 40 * attempt);
    }
  }
}
