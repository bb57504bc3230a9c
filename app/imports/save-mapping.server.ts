import { and, eq, sql } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { imports } from "#db/schema/imports.server.ts";
import { withoutUnseen } from "../text/clean-text.ts";
import { importFile } from "./import-files.server.ts";
import { columnNames, type ImportMapping } from "./import-mapping.ts";
import { lookAtFile } from "./look-at-file.server.ts";

/** Keeps a mapping with an import whose columns are still being told apart, and reads its heading anew by it. */
export async function saveMapping({ id, mapping }: { id: string; mapping: ImportMapping }): Promise<void> {
  const { headings } = await lookAtFile({ path: importFile(id), ...mapping }, { rows: 1 });
  const there = new Set(columnNames(headings));
  const columns = Object.entries(mapping.columns).filter(([, column]) => there.has(column));
  await db
    .update(imports)
    .set({
      mapping: { ...mapping, columns: Object.fromEntries(columns) },
      headings: headings.map(withoutUnseen),
      changedAt: sql`now()`,
    })
    .where(and(eq(imports.id, id), eq(imports.state, "mapping")));
}
