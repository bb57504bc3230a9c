import type { Tx } from "#db/client.server.ts";
import { runTransaction } from "#db/run-transaction.server.ts";
import type { TableOutcome } from "./table-outcome.ts";

class OnlyTried extends Error {
  readonly outcome: TableOutcome;
  constructor(outcome: TableOutcome) {
    super("only tried");
    this.outcome = outcome;
  }
}

/** Does the work, or only tries it: then all of it is taken back, and what would have become of it is told. */
export async function runTable(
  { dry }: { dry: boolean },
  work: (tx: Tx) => Promise<TableOutcome>,
): Promise<TableOutcome> {
  try {
    return await runTransaction(async (tx) => {
      const outcome = await work(tx);
      if (dry) throw new OnlyTried(outcome);
      return outcome;
    });
  } catch (error) {
    if (error instanceof OnlyTried) return error.outcome;
    throw error;
  }
}
