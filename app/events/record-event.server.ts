import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.server.ts";
import { type NewEvent, recordedChange } from "./recorded-change.server.ts";

const record = recordedChange(() => sql`changed as (select)`);

/** Writes one ledger entry and, in the same transaction, the job that carries its consequences. */
export async function recordEvent(tx: Tx, event: NewEvent): Promise<void> {
  await record({ event, tx });
}
