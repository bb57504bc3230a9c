import { sql } from "drizzle-orm";
import { runTransaction } from "#db/run-transaction.server.ts";
import { imports } from "#db/schema/imports.server.ts";
import { recordEvent } from "../events/record-event.server.ts";
import { type ClaimedImport, stillClaimed } from "./claim-import.server.ts";
import type { UnknownValue } from "./import.ts";
import { dropImportFile } from "./import-files.server.ts";

const atRest = { runner: null, aliveAt: null, changedAt: sql`now()` };

/** What its check found, for the page and for the real run. */
export async function finishCheck(claimed: ClaimedImport, unknown: UnknownValue[]): Promise<void> {
  await runTransaction((tx) =>
    tx
      .update(imports)
      .set({
        ...atRest,
        state: "checked",
        rowsTotal: imports.rowsRead,
        unknown,
        checked: sql`jsonb_build_object('posted', ${imports.posted}, 'alreadyThere', ${imports.alreadyThere}, 'refused', ${imports.refused})`,
      } as never)
      .where(stillClaimed(claimed)),
  );
}

/** All its rows are read: it is in the ledger as finished, and its file is dropped. */
export async function finishImport(claimed: ClaimedImport): Promise<void> {
  const { id, personId } = claimed;
  const finished = await runTransaction(async (tx) => {
    const rows = await tx
      .update(imports)
      .set({
        ...atRest,
        state: "finished",
        rowsTotal: sql`${imports.rowsRead}`,
        finishedAt: sql`now()`,
        fileDroppedAt: sql`now()`,
      })
      .where(stillClaimed(claimed))
      .returning({ id: imports.id });
    if (rows.length > 0) await recordEvent(tx, { name: "import.finished", actorId: personId, subjectId: id });
    return rows.length > 0;
  });
  if (finished) await dropImportFile(id);
}

/** Everything that could be taken back has been. */
export async function finishUndoing(claimed: ClaimedImport): Promise<void> {
  await runTransaction(async (tx) => {
    const [undone] = await tx
      .update(imports)
      .set({ ...atRest, state: "undone", undoneAt: sql`now()`, fileDroppedAt: sql`now()` })
      .where(stillClaimed(claimed))
      .returning({ by: imports.undoneBy });
    if (!undone) return;
    await recordEvent(tx, {
      name: "import.undone",
      actorId: undone.by ?? claimed.personId,
      subjectId: claimed.id,
    });
  });
}

/** It cannot go on; `trouble` says why, in words for whoever runs it. */
export async function failImport(claimed: ClaimedImport, trouble: string): Promise<void> {
  await runTransaction((tx) =>
    tx
      .update(imports)
      .set({ ...atRest, state: "failed", trouble })
      .where(stillClaimed(claimed)),
  );
}
