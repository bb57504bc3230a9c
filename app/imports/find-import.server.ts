import { and, desc, eq } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { importProblems, imports } from "#db/schema/imports.server.ts";
import { people } from "#db/schema/people.server.ts";
import type { Person } from "../people/person.ts";
import type { Counts, ImportState, ImportSubject, ImportView, UnknownValue } from "./import.ts";
import { type ImportMapping, importMapping } from "./import-mapping.ts";
import { canOverseeImport } from "./policy.ts";

const columns = {
  id: imports.id,
  personId: imports.personId,
  by: people.name,
  fileName: imports.fileName,
  bytes: imports.bytes,
  state: imports.state,
  rowsRead: imports.rowsRead,
  rowsTotal: imports.rowsTotal,
  posted: imports.posted,
  alreadyThere: imports.alreadyThere,
  refused: imports.refused,
  checked: imports.checked,
  unknown: imports.unknown,
  headings: imports.headings,
  trouble: imports.trouble,
  withdrawn: imports.withdrawn,
  startedAt: imports.startedAt,
  finishedAt: imports.finishedAt,
  undoneAt: imports.undoneAt,
  fileDroppedAt: imports.fileDroppedAt,
  mapping: imports.mapping,
};

export type FoundImport = ImportView & { mapping: ImportMapping };

type Asked = { person: Person; id: string };

/** An import of insights this person may see anything of; undefined for one they may not, as for one not there. */
export async function findImport(asked: Asked): Promise<FoundImport | undefined> {
  const row = await findImportRow({ ...asked, subject: "insights" });
  return row && { ...row, mapping: importMapping.parse(row.mapping) };
}

/** The same whatever its rows are about, its mapping as it is kept. */
export async function findImportRow({
  person,
  id,
  subject,
}: Asked & { subject: ImportSubject }): Promise<(ImportView & { mapping: unknown }) | undefined> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return undefined;
  const [row] = await db
    .select(columns)
    .from(imports)
    .innerJoin(people, eq(people.id, imports.personId))
    .where(and(eq(imports.id, id), eq(imports.subject, subject)));
  if (!row || !canOverseeImport(person, row)) return undefined;
  return asView(row);
}

/** The imports a person may see, newest first: their own, and for an administrator everybody's. */
export async function listImports({
  person,
  subject = "insights",
}: {
  person: Person;
  subject?: ImportSubject;
}): Promise<ImportView[]> {
  const mine = person.role === "admin" ? undefined : eq(imports.personId, person.id);
  const rows = await db
    .select(columns)
    .from(imports)
    .innerJoin(people, eq(people.id, imports.personId))
    .where(and(eq(imports.subject, subject), mine))
    .orderBy(desc(imports.startedAt))
    .limit(50);
  return rows.map((row) => {
    const { mapping: _, ...view } = asView(row);
    return view;
  });
}

type Row = Omit<ImportView, "state" | "checked" | "unknown"> & {
  state: string;
  checked: unknown;
  unknown: unknown;
  mapping: unknown;
};

function asView(row: Row): ImportView & { mapping: unknown } {
  return {
    ...row,
    state: row.state as ImportState,
    checked: (row.checked as Counts | null) ?? null,
    unknown: (row.unknown as UnknownValue[] | null) ?? [],
  };
}

export type RowProblem = { row: number; problem: string; cells: string[] };

/** The first refused rows of an import, for its page. */
export function listRowProblems(importId: string, limit: number): Promise<RowProblem[]> {
  const { row, problem, cells } = importProblems;
  return db
    .select({ row, problem, cells })
    .from(importProblems)
    .where(eq(importProblems.importId, importId))
    .orderBy(row)
    .limit(limit);
}
