import { basename } from "node:path";
import { eq } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { newId } from "#db/new-id.server.ts";
import { runTransaction } from "#db/run-transaction.server.ts";
import { backups } from "#db/schema/upkeep.server.ts";
import { recordEvent } from "../events/record-event.server.ts";
import { describeFailure } from "./describe-failure.ts";

export type BackupRecord = { bytes: number; rows: number; files: number; filesMissing: number };

type Made = { outcome: "done"; path: string; made: BackupRecord };

/** Keeps a record of a backup being made, and of how it ended. */
export async function recordBackup(
  begunBy: "worker" | "command",
  make: (startedAt: Date) => Promise<Made>,
): Promise<Made> {
  const id = newId();
  const startedAt = new Date();
  await db.insert(backups).values({ id, begunBy, startedAt });
  try {
    const done = await make(startedAt);
    await runTransaction(async (tx) => {
      const row = { ...done.made, fileName: basename(done.path), finishedAt: new Date() };
      await tx.update(backups).set(row).where(eq(backups.id, id));
      await recordEvent(tx, { name: "library.backed-up", actorId: null, subjectId: id });
    });
    return done;
  } catch (error) {
    // When the database itself is the trouble, the record stays as it was: begun, and never finished.
    await db
      .update(backups)
      .set({ trouble: describeFailure(error) })
      .where(eq(backups.id, id))
      .catch(() => {});
    throw error;
  }
}
