import { isDeepStrictEqual } from "node:util";
import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { db, type Tx } from "#db/client.server.ts";
import { newId } from "#db/new-id.server.ts";
import { runTransaction } from "#db/run-transaction.server.ts";
import { departments } from "#db/schema/departments.server.ts";
import { enquiries, enquirySources } from "#db/schema/enquiries.server.ts";
import { imports } from "#db/schema/imports.server.ts";
import { holdDepartment } from "../departments/hold-department.server.ts";
import { addSources } from "../desk/add-source.server.ts";
import { recordEvent } from "../events/record-event.server.ts";
import { isAbsent } from "../files/kept-bytes.server.ts";
import type { Person } from "../people/person.ts";
import { enquiryMapping } from "./enquiry-mapping.ts";
import { enquiryPass } from "./enquiry-pass.server.ts";
import type { FoundEnquiryImport } from "./find-enquiry-import.server.ts";
import { dropImportFile } from "./import-files.server.ts";
import type { ReadEnquiry } from "./read-enquiry-row.server.ts";

type Bringing = { person: Person; found: FoundEnquiryImport };

/**
 * Counts what a checked file of enquiries holds. Broken off and asked again, it goes on: no row is counted twice. It stops
 * where the file has been set to be read otherwise, or has been finished by another press, since it was looked at.
 */
export async function bringInEnquiries({ person, found }: Bringing): Promise<void> {
  const { id } = found;
  await db.transaction((tx) =>
    recordEvent(tx, { name: "import.started", actorId: person.id, subjectId: id }),
  );
  const good = await addAll({ person, found });
  if (good === undefined) return;
  const finished = await runTransaction(async (tx) => {
    const posted = sql`(select count(*) from ${enquiries} where ${enquiries.importId} = ${id})`;
    const rows = await tx
      .update(imports)
      .set({
        state: "finished",
        posted,
        alreadyThere: sql`${good} - ${posted}`,
        finishedAt: sql`now()`,
        changedAt: sql`now()`,
        fileDroppedAt: sql`now()`,
      })
      .where(and(eq(imports.id, id), eq(imports.state, "checked")))
      .returning({ id: imports.id });
    if (rows.length > 0)
      await recordEvent(tx, { name: "import.finished", actorId: person.id, subjectId: id });
    return rows.length > 0;
  });
  if (finished) await dropImportFile(id);
}

/** How many rows of the file are counted; undefined where it is not what was looked at any more. */
async function addAll({ person, found }: Bringing): Promise<number | undefined> {
  let good = 0;
  const addNext = (set: readonly ReadEnquiry[]) =>
    runTransaction(async (tx) => {
      if (!(await isAsLookedAt(tx, found))) return false;
      if (set.length > 0) await addSet(tx, { set, importId: found.id, personId: person.id });
      return true;
    });
  try {
    for await (const set of enquiryPass(found)) {
      good += set.good.length;
      if (!(await addNext(set.good))) return undefined;
    }
  } catch (error) {
    // Another press has finished it meanwhile, and the file went with that.
    if (isAbsent(error) && !(await addNext([]))) return undefined;
    throw error;
  }
  return good;
}

/** Holds the import while a set is counted: nobody changes how it is read, or takes it back, in between. */
async function isAsLookedAt(tx: Tx, { id, mapping }: FoundEnquiryImport): Promise<boolean> {
  const [row] = await tx
    .select({ mapping: imports.mapping })
    .from(imports)
    .where(and(eq(imports.id, id), eq(imports.state, "checked")))
    .for("update");
  return row !== undefined && isDeepStrictEqual(enquiryMapping.parse(row.mapping), mapping);
}

type Adding = { set: readonly ReadEnquiry[]; importId: string; personId: string };

async function addSet(tx: Tx, { set, importId, personId }: Adding): Promise<void> {
  const sources = await sourceIds(tx, [...new Set(set.map(({ source }) => source))]);
  const whole = await holdDepartments(tx, [...new Set(set.map(({ departmentId }) => departmentId))]);
  const rows = set.map(({ key, source, departmentId, ...enquiry }) => ({
    id: newId(),
    ...enquiry,
    departmentId: whole.get(departmentId) ?? null,
    sourceId: sources.get(source) ?? "",
    loggedBy: personId,
    importId,
    idempotencyKey: key,
  }));
  // What an import that was undone had counted counts again, as part of this one.
  await tx
    .insert(enquiries)
    .values(rows)
    .onConflictDoUpdate({
      target: enquiries.idempotencyKey,
      targetWhere: isNotNull(enquiries.importId),
      set: { importId, withdrawnAt: null, loggedBy: personId },
      setWhere: isNotNull(enquiries.withdrawnAt),
    });
}

/** The departments these have become part of since the file was read, or they themselves, held in one order. */
async function holdDepartments(tx: Tx, ids: readonly (string | null)[]): Promise<Map<string | null, string>> {
  const whole = new Map<string | null, string>();
  for (const id of ids.filter((one) => one !== null).sort()) {
    const held = await holdDepartment(tx, eq(departments.id, id));
    if (held) whole.set(id, held.id);
  }
  return whole;
}

/**
 * The ids of these places by their names; those nobody has named yet are added. Which names are one is PostgreSQL's to
 * say, whose small letters are not JavaScript's: “İ”.
 */
async function sourceIds(tx: Tx, names: readonly string[]): Promise<Map<string, string>> {
  await addSources(tx, names);
  const rows = await tx.execute<{ id: string; name: string }>(sql`
    select ${enquirySources.id} as id, asked.name from unnest(${sql.param(names)}::text[]) asked(name)
    join ${enquirySources} on lower(${enquirySources.name}) = lower(asked.name)`);
  return new Map(rows.map(({ id, name }) => [name, id]));
}

/** Takes back what an import counted. The caller has asked who may. */
export function undoEnquiryImport({ person, id }: { person: Person; id: string }): Promise<boolean> {
  return runTransaction(async (tx) => {
    const [ours] = await tx
      .update(imports)
      .set({ state: "undone", undoneAt: sql`now()`, undoneBy: person.id, changedAt: sql`now()` })
      .where(and(eq(imports.id, id), eq(imports.state, "finished")))
      .returning({ id: imports.id });
    if (!ours) return false;
    const gone = await tx
      .update(enquiries)
      .set({ withdrawnAt: sql`now()` })
      .where(and(eq(enquiries.importId, id), isNull(enquiries.withdrawnAt)))
      .returning({ id: enquiries.id });
    await tx.update(imports).set({ withdrawn: gone.length }).where(eq(imports.id, id));
    await recordEvent(tx, { name: "import.undone", actorId: person.id, subjectId: id });
    return true;
  });
}
