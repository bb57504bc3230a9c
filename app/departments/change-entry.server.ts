import { and, eq, isNull, sql } from "drizzle-orm";
import { runTransaction } from "#db/run-transaction.server.ts";
import type { Person } from "../people/person.ts";
import type { EntryOutcome, ManyKind } from "./entry.ts";
import { type EntryDraft, entryEvents, entryTables } from "./entry-tables.server.ts";
import { recordRevision, saysSoAlready } from "./record-revision.server.ts";

type Changing = {
  person: Pick<Person, "id">;
  departmentId: string;
  kind: ManyKind;
  id: string;
  /** The version its writer began from: another since then is a conflict, never overwritten. */
  version: number;
  draft: EntryDraft;
};

/** Writes an entry anew; what it said before stays in the history. The caller has asked `canChangeEntry`. */
export function changeEntry(change: Changing): Promise<EntryOutcome> {
  const { person, departmentId, kind, id, version, draft } = change;
  const table = entryTables[kind];
  return runTransaction<EntryOutcome>(async (tx) => {
    const changed = await tx
      .update(table)
      .set({ ...draft.row, version: version + 1, editedBy: person.id, editedAt: sql`now()` })
      .where(
        and(
          eq(table.id, id),
          eq(table.departmentId, departmentId),
          eq(table.version, version),
          isNull(table.removedAt),
        ),
      )
      .returning({ id: table.id });
    if (changed.length === 0) {
      const isSaid = await saysSoAlready(tx, { subjectId: id, fields: draft.said });
      return { outcome: isSaid ? "done" : "changed-meanwhile" };
    }
    await recordRevision(tx, {
      event: entryEvents[kind],
      departmentId,
      kind,
      subjectId: id,
      version: version + 1,
      fields: draft.said,
      editedBy: person.id,
    });
    return { outcome: "done" };
  });
}
