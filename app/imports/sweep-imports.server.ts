import { and, isNull, lt, notInArray, sql } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { importProblems, imports } from "#db/schema/imports.server.ts";
import { importLimits, runningStates } from "./import.ts";
import { dropImportFile } from "./import-files.server.ts";

/** Drops the files of imports nobody went on with for a week, and their refused rows. Returns how many files went. */
export async function sweepImports({ signal }: { signal?: AbortSignal } = {}): Promise<number> {
  const old = lt(imports.changedAt, sql`now() - make_interval(days => ${importLimits.keptDays})`);
  const atRest = notInArray(imports.state, [...runningStates]);
  const dropped = await db
    .update(imports)
    .set({ fileDroppedAt: sql`now()` })
    .where(and(old, atRest, isNull(imports.fileDroppedAt)))
    .returning({ id: imports.id });
  for (const { id } of dropped) {
    signal?.throwIfAborted();
    await dropImportFile(id);
  }
  await db
    .delete(importProblems)
    .where(
      sql`${importProblems.importId} in (select ${imports.id} from ${imports} where ${and(old, atRest)})`,
    );
  return dropped.length;
}
