import { and, eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "#db/client.server.ts";
import { runTransaction } from "#db/run-transaction.server.ts";
import { importProblems, imports } from "#db/schema/imports.server.ts";
import { recordEvent } from "../events/record-event.server.ts";
import type { Person } from "../people/person.ts";
import type { ImportState } from "./import.ts";
import type { ImportMapping } from "./import-mapping.ts";

type Turn = { person: Person; id: string };

/** Reads the whole file without posting anything, with this mapping. */
export function checkImport({ person, id, mapping }: Turn & { mapping: ImportMapping }): Promise<boolean> {
  return turn({ person, id, from: ["mapping", "checked", "failed"], to: "checking", mapping });
}

/** Posts what the check found. */
export function beginImport({ person, id }: Turn): Promise<boolean> {
  return turn({ person, id, from: ["checked"], to: "importing" });
}

/** Goes on where it was stopped. */
export function continueImport({ person, id }: Turn): Promise<boolean> {
  return turn({ person, id, from: ["stopped"], to: "importing", goesOn: true });
}

/** Stops after the set of rows under way. */
export function stopImport({ person, id }: Turn): Promise<boolean> {
  return turn({ person, id, from: ["importing"], to: "stopped", goesOn: true });
}

/** Back to telling the columns apart. */
export function remapImport({ person, id }: Turn): Promise<boolean> {
  return turn({ person, id, from: ["checking", "checked", "failed"], to: "mapping" });
}

/** Takes back what it posted. */
export function undoImport({ person, id }: Turn): Promise<boolean> {
  return turn({ person, id, from: ["finished", "stopped", "failed"], to: "undoing", goesOn: true });
}

type Turning = Turn & {
  from: readonly ImportState[];
  to: ImportState;
  mapping?: ImportMapping;
  /** Its counts and refused rows stay; else it begins anew. */
  goesOn?: boolean;
};

/** Turns an import from one state to another, once however often it is asked; false when it was in none of these. */
function turn({ person, id, from, to, mapping, goesOn = false }: Turning): Promise<boolean> {
  return runTransaction(async (tx) => {
    const [turned] = await tx
      .update(imports)
      .set({
        state: to,
        runner: null,
        aliveAt: null,
        changedAt: sql`now()`,
        ...(mapping && { mapping }),
        ...(goesOn ? {} : { rowsRead: 0, posted: 0, alreadyThere: 0, refused: 0, trouble: null }),
        ...(to === "undoing" && { undoneBy: person.id }),
        ...(to === "checking" && { rowsTotal: null, checked: null, unknown: null }),
      })
      .where(and(eq(imports.id, id), inArray(imports.state, [...from])))
      .returning({ id: imports.id });
    if (!turned) return false;
    if (!goesOn) await tx.delete(importProblems).where(eq(importProblems.importId, id));
    if (to === "importing" && !goesOn) await record(tx, { person, id });
    return true;
  });
}

async function record(tx: Tx, { person, id }: Turn): Promise<void> {
  await recordEvent(tx, { name: "import.started", actorId: person.id, subjectId: id });
}
