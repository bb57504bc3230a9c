import { asc, eq, sql } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { newId } from "#db/new-id.server.ts";
import { importMappings } from "#db/schema/imports.server.ts";
import type { Person } from "../people/person.ts";
import { columnNames, type ImportMapping, importMapping } from "./import-mapping.ts";
import { guessMapping, presetMapping, presetNames } from "./presets.ts";
import { slugOfName } from "./scope.ts";

/** The names a mapping can be asked for by: the places we know, then those kept here. */
export async function listMappingNames(): Promise<string[]> {
  const rows = await db
    .select({ name: importMappings.name })
    .from(importMappings)
    .orderBy(asc(importMappings.name))
    .limit(200);
  return [...presetNames, ...rows.map(({ name }) => name)];
}

/** A mapping by its name, or the one a file's headings suggest; what it says of columns the file lacks is left out. */
export async function findMapping({
  name,
  headings,
}: {
  name?: string;
  headings: readonly string[];
}): Promise<ImportMapping> {
  const kept = name ? await findKept(name) : undefined;
  const preset = name ? presetMapping(name, headings) : undefined;
  const mapping = kept ?? preset ?? guessMapping(headings).mapping;
  const there = new Set(columnNames(headings));
  const columns = Object.entries(mapping.columns).filter(([, column]) => there.has(column));
  return { ...mapping, columns: Object.fromEntries(columns) };
}

/** A mapping kept under this name; undefined for a name nothing is kept under. */
async function findKept(name: string): Promise<ImportMapping | undefined> {
  const [row] = await db
    .select({ mapping: importMappings.mapping })
    .from(importMappings)
    .where(eq(importMappings.name, name));
  return row && importMapping.parse(row.mapping);
}

/** Keeps a mapping under a name, in place of what was kept under it before. The places we know keep theirs. */
export async function keepMapping({
  person,
  name,
  mapping,
}: {
  person: Person;
  name: string;
  mapping: ImportMapping;
}): Promise<ImportMapping> {
  const named = presetNames.includes(name) ? mapping : { ...mapping, scope: slugOfName(name) };
  if (!presetNames.includes(name)) {
    await db
      .insert(importMappings)
      .values({ id: newId(), name, mapping: named, createdBy: person.id })
      .onConflictDoUpdate({ target: importMappings.name, set: { mapping: sql`excluded.mapping` } });
  }
  return named;
}
