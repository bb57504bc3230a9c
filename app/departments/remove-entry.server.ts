import { and, desc, eq, sql } from "drizzle-orm";
import { runTransaction } from "#db/run-transaction.server.ts";
import { departmentRevisions } from "#db/schema/department-entries.server.ts";
import type { Person } from "../people/person.ts";
import type { EntryOutcome, ManyKind } from "./entry.ts";
import { entryEvents, entryTables } from "./entry-tables.server.ts";
import { recordRevision } from "./record-revision.server.ts";

type Removing = {
  person: Pick<Person, "id">;
  departmentId: string;
  kind: ManyKind;
  id: string;
  removed: boolean;
};

/** Takes an entry away, or brings it back. The caller has asked `canChangeEntry`. */
export function removeEntry({ person, departmentId, kind, id, removed }: Removing): Promise<EntryOutcome> {
  const table = entryTables[kind];
  return runTransaction<EntryOutcome>(async (tx) => {
    const itself = and(eq(table.id, id), eq(table.departmentId, departmentId));
    const [entry] = await tx
      .select({ version: table.version, removedAt: table.removedAt })
      .from(table)
      .where(itself)
      .for("update");
    if (!entry) return { outcome: "not-there" };
    if ((entry.removedAt !== null) === removed) return { outcome: "done" };
    const version = entry.version + 1;
    const removedAt = removed ? sql`now()` : null;
    await tx
      .update(table)
      .set({ removedAt, version, editedBy: person.id, editedAt: sql`now()` })
      .where(itself);
    const [before] = await tx
      .select({ fields: departmentRevisions.fields })
      .from(departmentRevisions)
      .where(eq(departmentRevisions.subjectId, id))
      .orderBy(desc(departmentRevisions.version))
      .limit(1);
    await recordRevision(tx, {
      event: entryEvents[kind],
      departmentId,
      kind,
      subjectId: id,
      version,
      fields: before?.fields ?? {},
      removed,
      editedBy: person.id,
    });
    return { outcome: "done" };
  });
}
