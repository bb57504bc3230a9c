import { eq, sql } from "drizzle-orm";
import { runTransaction } from "#db/run-transaction.server.ts";
import { imports } from "#db/schema/imports.server.ts";
import { withdrawImported } from "../insights/withdraw-import.server.ts";
import { type ClaimedImport, stillClaimed } from "./claim-import.server.ts";
import { finishUndoing } from "./finish-import.server.ts";
import { followChanges } from "./follow-changes.ts";
import { importLimits } from "./import.ts";
import { dropImportFile } from "./import-files.server.ts";
import type { Running, RunOutcome } from "./run-import.server.ts";

/** Withdraws what an import posted, set by set; what somebody has edited since stays. */
export async function runUndo(claimed: ClaimedImport, { onChanged, signal }: Running): Promise<RunOutcome> {
  const changes = followChanges(onChanged);
  for (;;) {
    if (signal?.aborted) return "interrupted";
    const ids = await withdrawSet(claimed);
    if (!ids) return "lost";
    if (ids.length === 0) break;
    await changes.add(ids);
  }
  await changes.settle();
  await finishUndoing(claimed);
  await dropImportFile(claimed.id);
  return "done";
}

function withdrawSet(claimed: ClaimedImport): Promise<string[] | undefined> {
  return runTransaction(async (tx) => {
    const [ours] = await tx
      .select({ undoneBy: imports.undoneBy })
      .from(imports)
      .where(stillClaimed(claimed))
      .for("update");
    if (!ours) return undefined;
    const ids = await withdrawImported(tx, {
      importId: claimed.id,
      actorId: ours.undoneBy ?? claimed.personId,
      limit: importLimits.setRows,
    });
    await tx
      .update(imports)
      .set({
        withdrawn: sql`${imports.withdrawn} + ${ids.length}`,
        aliveAt: sql`now()`,
        changedAt: sql`now()`,
      })
      .where(eq(imports.id, claimed.id));
    return ids;
  });
}
