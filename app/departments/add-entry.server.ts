import { and, count, eq, isNull, type SQL, sql } from "drizzle-orm";
import type { Tx } from "#db/client.server.ts";
import { runTransaction } from "#db/run-transaction.server.ts";
import { departmentRevisions } from "#db/schema/department-entries.server.ts";
import type { Person } from "../people/person.ts";
import type { EntryOutcome, ManyKind } from "./entry.ts";
import { type EntryDraft, entryEvents, entryTables } from "./entry-tables.server.ts";
import { lockDepartment } from "./lock-department.server.ts";
import { recordRevision } from "./record-revision.server.ts";

/** `id` is the form's own: pressed twice, it adds one entry. */
type Adding = {
  person: Pick<Person, "id">;
  departmentId: string;
  kind: ManyKind;
  id: string;
  draft: EntryDraft;
};

/** More than any department has of one kind; what goes beyond is no longer read by anybody. */
const mostEntries = 200;

/** Notes something about a department. The caller has asked `canAddEntry`. */
export function addEntry(adding: Adding): Promise<EntryOutcome> {
  return runTransaction<EntryOutcome>((tx) => addEntryIn(tx, adding));
}

/** The same in the caller's transaction. */
export async function addEntryIn(
  tx: Tx,
  { person, departmentId, kind, id, draft }: Adding,
): Promise<EntryOutcome> {
  const table = entryTables[kind];
  if (!(await lockDepartment(tx, departmentId))) return { outcome: "not-there" };
  const ofDepartment: SQL | undefined = and(eq(table.departmentId, departmentId), isNull(table.removedAt));
  const ofAnother = sql<boolean>`exists (select from ${departmentRevisions}
    where ${departmentRevisions.subjectId} = ${id} and ${departmentRevisions.kind} <> ${kind})`;
  const [{ there = 0, taken = false } = {}] = await tx
    .select({ there: count(), taken: ofAnother })
    .from(table)
    .where(ofDepartment);
  // An id that no form of ours made: what it names already is of another kind.
  if (taken) return { outcome: "not-there" };
  if (there >= mostEntries) {
    const [first = ""] = Object.keys(draft.said);
    return { outcome: "refused", problems: { [first]: `There are ${mostEntries} already` } };
  }
  const row = { ...draft.row, ...(kind === "sentence" && { position: there + 1 }) };
  const added = await tx
    .insert(table)
    .values({
      ...(row as never as object),
      id,
      departmentId,
      notedBy: person.id,
      editedBy: person.id,
    } as never)
    .onConflictDoNothing({ target: table.id })
    .returning({ id: table.id });
  if (added.length === 0) return { outcome: "done" };
  await recordRevision(tx, {
    event: entryEvents[kind],
    departmentId,
    kind,
    subjectId: id,
    version: 1,
    fields: draft.said,
    editedBy: person.id,
  });
  return { outcome: "done" };
}
